import { codes } from './define.ts';

/** Values of `lifecycle-status`; the values are those of `LIFECYCLES`, the words are publishers'. */
export const LIFECYCLE = codes({
  existing:
    'Existing | operational | open, but proposed to close | in use | in service | active | act | open | live | built | complete | completed | functional | current | commissioned | installed | connected | working | energised',
  'under-construction':
    'Under construction | construction | being built | in construction | started | on site | building',
  proposed:
    'Proposed | planned | proposed to open | pre-application | acceptance | pre-examination | examination | commercialisation | projected | future | pending | pending decision | application submitted | planning application submitted | submitted | in planning | design | feasibility | appeal lodged | accepted to connect | accepted | no application required',
  consented:
    'Consented | permissioned | approved | granted | permission granted | planning permission granted | awaiting construction | appeal granted | secretary of state granted | secretary of state - granted',
  refused:
    'Refused | rejected | application refused | planning permission refused | appeal refused | withdrawn | application withdrawn | planning application withdrawn | appeal withdrawn | secretary of state refusal | secretary of state - refusal | planning permission expired | expired | lapsed',
  disused:
    'Disused | inactive | del | closed | temporarily closed | out of use | out of service | not in use | dormant | mothballed | vacant | isolated | suspended | abandoned',
  decommissioned: 'Decommissioned | retired | made safe | abandoned in situ | redundant',
  removed: 'Removed | demolished | deleted | dismantled | gone',
  unknown: 'Unknown | not known | unk | not stated | unspecified',
});

/** Grades of the National Heritage List for England. */
export const HERITAGE_GRADE = codes({
  i: 'I | 1 | Grade I | Grade 1',
  'ii-star': 'II* | 2* | Grade II* | Grade 2* | II star | Grade II star',
  ii: 'II | 2 | Grade II | Grade 2',
});

/** Pipe materials. Source: names in use by gas, water and sewerage companies. */
export const PIPE_MATERIAL = codes({
  pe: 'Polyethylene | PE | PE80 | PE100 | HDPE | MDPE | HPPE | plastic | polyethylene pipe',
  pvc: 'PVC | uPVC | PVC-U | polyvinyl chloride',
  steel: 'Steel | ST | STL',
  'ductile-iron': 'Ductile iron | DI',
  'cast-iron': 'Cast iron | CI',
  'spun-iron': 'Spun iron | SI',
  concrete: 'Concrete | CO | CONC | reinforced concrete | RC',
  clay: 'Clay | VC | vitrified clay | VCP',
  brick: 'Brick | BR | BRK',
  'asbestos-cement': 'Asbestos cement | AC',
  lead: 'Lead | PB',
  other: 'Other | OTH | misc',
  unknown: 'Unknown | UNK | U | not known',
});

/** How land or a building is held. */
export const TENURE = codes({
  freehold: 'Freehold | FH | F | owned',
  leasehold: 'Leasehold | LH | L | leasehold in | leased | leased in',
  'leased-out': 'Leased out | leasehold out | let | rented out | tenanted',
  licence: 'Licence | license | under licence',
  unknown: 'Unknown | not known',
});

/** Who owns a site. Source: brownfield land data standard, OwnershipStatus; spellings seen in published registers. */
export const OWNERSHIP_STATUS = codes({
  'owned-by-a-public-authority':
    'Owned by a public authority | local authority | LA | council | council owned | public | public authority | public ownership | in public ownership | owned by public authority | public sector | onwed by a public authorty | owned by a public authori | owned by the council | PA owned | PA_owner | publicly owned | public owned | NHS | NHS trust | NHS foundation trust | MOD | Network Rail | TfL | Homes England | local authority owned | council ownership | public body | owned by public body | owned by a public body | government | crown | owned by the … | public authority … | public - … | … council | … MBC | … CC | … NHS trust | … foundation trust | ministry of … | department for … | transport for … | … highways service | … highway services | … police | … fire and rescue | … combined authority',
  'not-owned-by-a-public-authority':
    'Not owned by a public authority | private | private ownership | privately owned | private individual | private company | not owned by public authority | not owned by a local authority | not in public ownership | not owned by apublic authority | not PA owned | not PA_owned | not owned by a public aut | PA not owned | not PA_own. | not PA own | non public | non-public | not public | not public authority | not publicly owned | not council owned | not owned | not owned by council | not owned by the council | housing association | registered provider | owned by a private company | private sector | private landowner | owned by a private … | private … | not owned by … | … ltd | … limited | … plc',
  'mixed-ownership':
    "Mixed ownership | mixed | mixed owner | mixed_o'ship | multiple ownership | multiple owners | part public | partly owned by a public authority | local authority, unknown | local authority unknown | owned by a public authority part | multipleowners | multiple | public/private | private/public | public and private | part council owned | mixed public and private | various | part … | partly … | some … | mixed … | multiple … | … and others | … and private | … and other | private and … | public and … | council and …",
  unknown:
    'Unknown ownership | unknown | ownership unknown | not known | unknown owner | unkown ownership | unknown owership',
});

/** Who may use a place. */
export const ACCESS = codes({
  public: 'Public | yes | open | free | permissive | unrestricted | open access',
  customers: 'Customers only | customers | visitors | patrons',
  restricted: 'Restricted | limited | members | permit | residents | staff',
  private: 'Private | no | none',
  unknown: 'Unknown | not known',
});

/** Parts of the day or year a figure holds for. */
export const SEASON = codes({
  winter: 'Winter | W | win',
  summer: 'Summer | S | sum',
  spring: 'Spring',
  autumn: 'Autumn',
  annual: 'All year | annual | year round',
});

/** Stages of a scheme. */
export const SCHEME_STAGE = codes({
  concept: 'Concept | idea | pipeline | strategic outline case | SOC | pre-feasibility',
  development: 'Development | feasibility | outline business case | OBC | design | in development',
  committed: 'Committed | full business case | FBC | funded | approved | programmed',
  delivery: 'In delivery | delivery | construction | under construction | on site',
  complete: 'Complete | completed | open | delivered',
  paused: 'Paused | on hold | deferred | cancelled',
});

/** Standings of something awarded by planning. Source: brownfield land data standard, PlanningStatus; spellings seen in registers. */
export const PLANNING_STATUS = codes({
  permissioned:
    'Permissioned | permission | full | full permission | outline | detailed permission | U/C | permission granted | granted | approved | with permission | permisioned | permissoned | permissiond | full consent | full planning permission | outline planning permission | under construction | permissioned part | yes | with planning permission | planning permission | planning permission granted | outline permission | outline consent | reserved matters | reserved matters approval | consented | started | completed | permissioned … | full planning … | outline … | reserved matters … | permission granted … | granted … | reserve mattes permi',
  'not-permissioned':
    'Not permissioned | no permission | without permission | no permissioned | not permisioned | not permissoned | not consented | expired permission | lapsed | not in planning system | no planning permission | without planning permission | unpermissioned | non permissioned | refused | expired | none | no | allocated | allocation | no permission granted | no consent | not permissioned … | no permission … | … not permissioned | site allocated … | allocated … | allocation … | expired … | lapsed … | … expired | … lapsed | … refused | permissioned (expired) | permissioned (lapsed)',
  'pending-decision':
    'Pending decision | pending | decision pending | pending permission | awaiting decision | pending descision | appeal lodged | pending decision appeal lodged | part permissioned | undetermined | application submitted | prior notification | pending determination | resolution to grant | in planning | awaiting … | pending … | resolution to grant … | application … ',
});

/** Kinds of permission. Source: brownfield land data standard, PermissionType; spellings seen in registers. */
export const PERMISSION_TYPE = codes({
  'full-planning-permission':
    'Full planning permission | full | ful | full permission | full planning | full planning application | full plannng permission | planning permission | with full permission | full planning permis | permission granted in full | full pp | full planning consent | permissioned | mma full planning permission | renewal - full planning permission | detailed | detailed permission | full … | with full …',
  'outline-planning-permission':
    'Outline planning permission | outline | out | outline permission | outline planning | outline planning application | ouline planning permission | ouline permission | with outline permission | outline planning per | outline consent | outline pp | outline … | with outline …',
  'reserved-matters-approval':
    'Reserved matters approval | reserved matters | reserve matters | rm | reserved matters application | reserved matters permission | reserved mattres approval | approval of reserved matters | reserved matters consent | REM | reserved matters …',
  'permission-in-principle':
    'Permission in principle | PiP | permission in princple | grant of permission in principle | permission in principle …',
  'technical-details-consent':
    'Technical details consent | TDC | technical details | techincal details consent',
  'planning-permission-granted-under-an-order':
    'Planning permission granted under an order | order | granted under an order | local development order | LDO | development order | planning permission granted under an order … | … granted under an order | planning permission granted under an order full permission | full planning permission planning permission granted under an order | local development order …',
  other:
    'Other | oter | otther | hybrid | hybrid planning permission | prior approval | prior notification | listed building consent | extant | listed building | expired | expired permission | lapsed | lapsed permission | permission lapsed | under construction | residential development | determination for permitted development | permitted development | full planning permission prior approval | reserved matters and full planning | part outline part fu | full and outline | outline and full | section 73 | s73 | certificate of lawfulness | change of use | hybrid … | prior approval … | prior notification … | part outline … | other … | lapsed … | expired … | … lapsed | … expired',
});

/** Yes and no where a third answer is possible. */
export const YES_NO_UNKNOWN = codes({
  yes: 'Yes | y | true | t | 1',
  no: 'No | n | false | f | 0',
  unknown: 'Unknown | not known | u',
});

/** What a sewer carries. Source: INSPIRE us-net-sw sewerWaterType. */
export const SEWER_SYSTEM = codes({
  foul: 'Foul | F | foul sewer | foul water | sanitary | FW',
  surface: 'Surface water | SW | S | surface | storm | surface water sewer | stormwater',
  combined: 'Combined | C | CS | combined sewer | CO',
  treated: 'Treated effluent | effluent | treated',
  sludge: 'Sludge',
  unknown: 'Unknown | U | not known',
});

/** Use classes of England since 1 September 2020, with the older letters registers still carry. */
export const USE_CLASS = codes({
  b2: 'B2 general industrial | B2 | general industrial | industrial',
  b8: 'B8 storage and distribution | B8 | storage and distribution | warehousing | logistics | distribution',
  c1: 'C1 hotels | C1 | hotel',
  c2: 'C2 residential institutions | C2 | C2A | care | residential institution',
  c3: 'C3 dwellings | C3 | housing | residential | dwellings',
  c4: 'C4 small houses in multiple occupation | C4 | HMO',
  e: 'E commercial, business and service | E | class e | A1 | A2 | A3 | B1 | B1a | B1b | B1c | D1 | E(g) | offices | office | retail | light industrial | research and development',
  f1: 'F1 learning and institutions | F1 | education',
  f2: 'F2 local community | F2 | community | D2',
  'sui-generis': 'Sui generis | SG | A4 | A5 | other',
  mixed: 'Mixed use | mixed',
});

/** What makes or stores the power. Words: REPD `Technology Type`, OSM `plant:source`, register fuel names. */
export const TECHNOLOGY = codes({
  solar:
    'Solar | solar photovoltaics | pv array | pv array (photo voltaic/solar) | solar pv | pv | photovoltaic',
  'onshore-wind': 'Onshore wind | wind onshore | wind',
  'offshore-wind': 'Offshore wind | wind offshore',
  hydro:
    'Hydro | water (flowing water or head of water) | hydro - run of river | small hydro | large hydro | water | hydroelectric',
  'pumped-storage': 'Pumped storage | pumped storage hydroelectricity | pumped',
  'tidal-or-wave': 'Tidal or wave | tidal barrage and tidal stream | shoreline wave | tidal | wave',
  biomass:
    'Biomass | biofuel - other | biofuel - biomass | biomass (dedicated) | biomass (co-firing) | biofuel | wood',
  'energy-from-waste':
    'Energy from waste | efw incineration | efw | waste | incineration | advanced conversion technologies | act',
  'landfill-gas': 'Landfill gas | biofuel - landfill gas | landfill',
  'anaerobic-digestion':
    'Anaerobic digestion | biofuel - biogas from anaerobic digestion (excluding landfill & sewage) | biofuel - biogas from anaerobic digestion … | biogas … | ad | biogas',
  'sewage-gas': 'Sewage gas | biofuel - sewage gas | sewage sludge digestion | sewage',
  geothermal: 'Geothermal | hot dry rocks (hdr) | hot dry rocks | ground source heat pumps',
  gas: 'Gas | fossil - gas | fossil - coal gas | engine (combustion / reciprocating) | reciprocating engine | gas turbine … | ccgt | ocgt | natural gas | gas reciprocating engine | gas engine',
  oil: 'Oil or diesel | fossil - oil | fossil - other | oil | diesel',
  coal: 'Coal | fossil - hard coal | fossil - brown coal/lignite',
  nuclear: 'Nuclear',
  chp: 'Combined heat and power | chp | gas fired chp',
  battery:
    'Battery | energy storage system | stored energy | stored energy … | storage (electrochemical) | electrochemical storage | storage - battery | bess | battery storage | lithium ion battery | storage',
  'other-storage':
    'Other storage | liquid air energy storage | compressed air energy storage | flywheels | flywheel',
  hydrogen: 'Hydrogen | fuel cell (hydrogen) | fuel cell',
  other: 'Other | mixed | multiple',
});
