/** Folders, places and edits, as the other messages name them. */
export interface PlaceMessage {
    readonly line: number;
    readonly character: number;
}
export interface RangeMessage {
    readonly start: PlaceMessage;
    readonly end: PlaceMessage;
}
/** A change of one text. */
export interface TextEditMessage {
    readonly range: RangeMessage;
    readonly newText: string;
}
export interface FolderParams {
    readonly folder: string;
}
/** Client → server: where a path and span of a model (or of anything else that speaks in offsets) are in the editor. */
export declare const placeRequest = "clausemark/place";
export interface PlaceParams {
    readonly folder: string;
    readonly path: string;
    /** UTF-16 offsets; without it the beginning of the file. */
    readonly span?: {
        readonly start: number;
        readonly end: number;
    };
}
export interface PlaceAnswer {
    readonly uri: string;
    readonly range: RangeMessage;
}
