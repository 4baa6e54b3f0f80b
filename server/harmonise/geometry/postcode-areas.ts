/**
 * About where each postcode area is, degrees: the middle of it, to some ten kilometres. Set down from general
 * geography, from no dataset: good enough to tell one end of the country from the other, never to place anything.
 */
const MIDDLES =
  'AB -2.5 57.2,AL -0.3 51.8,B -1.9 52.5,BA -2.5 51.2,BB -2.4 53.8,BD -1.9 53.9,BH -1.9 50.8,BL -2.4 53.6,BN 0 50.9,BR 0 51.4,BS -2.6 51.4,BT -6.4 54.6,CA -3.1 54.7,CB 0.2 52.2,CF -3.3 51.6,CH -2.9 53.2,CM 0.5 51.8,CO 1 51.9,CR -0.1 51.4,CT 1.2 51.2,CV -1.5 52.4,CW -2.4 53.1,DA 0.2 51.4,DD -2.9 56.6,DE -1.6 53,DG -3.8 55,DH -1.6 54.8,DL -1.8 54.5,DN -0.8 53.5,DT -2.4 50.8,DY -2.2 52.4,E 0 51.5,EC -0.1 51.5,EH -3.2 55.9,EN 0 51.7,EX -3.8 50.8,FK -3.9 56.1,FY -3 53.9,G -4.3 55.9,GL -2.2 51.8,GU -0.7 51.2,GY -2.6 49.5,HA -0.3 51.6,HD -1.8 53.6,HG -1.6 54,HP -0.7 51.8,HR -2.8 52.1,HS -7 57.9,HU -0.3 53.8,HX -1.9 53.7,IG 0.1 51.6,IM -4.5 54.2,IP 1.1 52.2,IV -4.8 57.5,JE -2.1 49.2,KA -4.5 55.5,KT -0.3 51.4,KW -3.3 58.7,KY -3.1 56.2,L -2.9 53.4,LA -2.9 54.2,LD -3.4 52.2,LE -1.2 52.6,LL -3.8 53.1,LN -0.4 53.2,LS -1.6 53.8,LU -0.4 51.9,M -2.2 53.5,ME 0.5 51.4,MK -0.7 52,ML -3.9 55.7,N -0.1 51.6,NE -1.8 55.1,NG -1 53,NN -0.9 52.2,NP -3 51.6,NR 1.2 52.6,NW -0.2 51.6,OL -2.1 53.6,OX -1.3 51.8,PA -5.5 56,PE 0 52.7,PH -4.2 56.7,PL -4.4 50.4,PO -1.1 50.8,PR -2.7 53.7,RG -1 51.4,RH -0.1 51.1,RM 0.2 51.6,S -1.4 53.4,SA -4.3 51.8,SE 0 51.5,SG -0.1 51.9,SK -2 53.3,SL -0.6 51.5,SM -0.2 51.4,SN -1.9 51.5,SO -1.4 51,SP -1.8 51.1,SR -1.4 54.9,SS 0.7 51.6,ST -2.1 53,SW -0.2 51.5,SY -3 52.6,TA -3.1 51.1,TD -2.4 55.6,TF -2.4 52.7,TN 0.4 51.1,TQ -3.6 50.4,TR -5.2 50.2,TS -1.2 54.6,TW -0.3 51.4,UB -0.4 51.5,W -0.2 51.5,WA -2.6 53.4,WC -0.1 51.5,WD -0.4 51.7,WF -1.4 53.7,WN -2.6 53.5,WR -2.2 52.2,WS -1.9 52.6,WV -2.2 52.6,YO -0.9 54,ZE -1.2 60.3';

const AREAS: ReadonlyMap<string, readonly [lng: number, lat: number]> = new Map(
  MIDDLES.split(',').map((entry) => {
    const [area = '', lng, lat] = entry.split(' ');
    return [area, [Number(lng), Number(lat)]];
  }),
);

/** About where a postcode lies, degrees, by its area alone; undefined for an area that does not exist. */
export const middleOfPostcodeArea = (
  postcode: string,
): readonly [lng: number, lat: number] | undefined =>
  AREAS.get(/^[A-Z]{1,2}(?=\d)/i.exec(postcode)?.[0]?.toUpperCase() ?? '');
