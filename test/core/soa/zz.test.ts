import { buildClauseMatrix } from '../../../server/src/core/soa/clauseMatrix.js';
import { exampleSystem } from '../../support/exampleSystem.js';
describe('x',()=>{it('y',()=>{
 for (const f of [(t:string)=>t,(t:string)=>t.replace('27001: { edition: 2022 }','27001: { edition: 2013 }').replace('27701: { edition: 2025, roles: [controller, processor] }','27701: { edition: 2019 }')]) {
 const {system,snapshot}=exampleSystem(f);
 const m=buildClauseMatrix(system,snapshot);
 console.log(JSON.stringify(m.standards,null,1),m.common,m.commonShared);
 for(const r of m.rows) console.log(r.key,r.kind,r.depth,r.main,r.hasParts,r.cells.map(c=>c?`${c.id}=${c.state}[${c.documents.map(d=>d.id+(d.isWhole?'':'~'+d.claimed))}]`:'-').join(' | '),'SH',r.shared.map(s=>s.id+':'+s.standardKeys.length).join(), r.gaps.map(g=>g.text));
 }
})});
