/** What the standards are about, as sections of integrated manuals are headed in seven languages. Abbreviations in capitals. */
export const subjects = {
  'iso27001-2022': [
    'information security',
    'Informationssicherheit',
    "sécurité de l'information",
    'sécurité de l’information',
    'seguridad de la información',
    'segurança da informação',
    'informatiebeveiliging',
    'sicurezza delle informazioni',
  ],
  'iso27701-2025': [
    'privacy',
    'Datenschutz',
    'protection des données',
    'protección de datos',
    'proteção de dados',
    'gegevensbescherming',
    'protezione dei dati',
  ],
  'iso42001-2023': [
    'AI',
    'KI',
    'IA',
    'artificial intelligence',
    'künstliche Intelligenz',
    'intelligence artificielle',
    'inteligencia artificial',
    'inteligência artificial',
    'kunstmatige intelligentie',
    'intelligenza artificiale',
  ],
};
