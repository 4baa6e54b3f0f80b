/**
 * Forenames common among people living in Greater Manchester, lower case: a cue, not a register. Words that are
 * as often a place, a month or a thing (`Grace`, `April`, `Rose`, `Victoria`, `Jordan`) are left out on purpose.
 */
const TEXT = `aaron abdul abigail abdullah adam adrian ahmed aidan aisha alan albert alex alexander alexandra alfie ali alice
alison amanda amber amelia amina amir amy andrea andrew andrzej angela anita ann anna anne annette anthony antonia arthur asif
barbara barry beatrice benjamin bernadette bernard beth bethany betty beverley bilal brenda brian bridget callum cameron carl
carly carol caroline catherine charlotte chloe christine christopher claire clare colin connor craig damian daniel danielle
darren dave david dawn dean deborah debbie denise dennis derek diana diane donna doreen dorothy duncan dylan eddie edward
edwin eileen elaine eleanor elizabeth ellie emily emma eric erica ethan evelyn fatima fiona frances frank frederick gareth
gary gavin gemma geoffrey georgina gerald gerard gillian glenn gordon graham greg gwen hannah harold harriet harry hassan
hazel heather helen henry hilary holly hussain ian ibrahim imran irene isaac isabella isla ismail jack jacqueline jake james
jamie jan jane janet janice jason jayne jean jeffrey jennifer jenny jeremy jessica jill jim joan joanna joanne joe john jon
jonathan joseph josephine josh joshua joyce judith julia julian julie justin karen karl kate katherine kathleen kathryn katie
katarzyna keith kelly kenneth kerry kevin khalid kieran kim kirsty krzysztof kyle laura lauren leah leanne lee leo leonard
lesley leslie liam linda lisa lorraine louise lucy luke lynn lynne malcolm mandy marcus margaret maria marian marie marilyn
mark marjorie martin mary matthew maureen maxine megan melanie melissa michael michelle mike mohammad mohammed molly monica
muhammad nadia naomi natalie natasha nathan neil nicholas nicola nicole nigel nina noah noel norma norman oliver olivia omar
oscar pamela patricia patrick paul paula pauline penelope peter philip phillip phoebe piotr priya rachael rachel ralph raymond
rebecca reginald rhys richard rita robert robin rodney roger ronald rosemary rosie ross roy russell ruth ryan sabrina sally sam
samantha samuel sandra sara sarah scott sean shane sharon shaun sheila shirley simon siobhan sophia sophie stacey stella stephanie
stephen steve steven stuart susan suzanne sylvia tanya tariq teresa terence terry thomas tim timothy tina toby tom tony tracey
tracy trevor usman valerie vanessa vera veronica vincent wayne wendy william yasmin yusuf yvonne zainab zoe`;

const FORENAMES: ReadonlySet<string> = new Set(TEXT.split(/\s+/));

/** True for a word that is a common forename, whatever its case. */
export const isForename = (word: string): boolean => FORENAMES.has(word.toLowerCase());
