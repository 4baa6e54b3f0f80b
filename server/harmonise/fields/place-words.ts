/**
 * Words of the names of local authorities and counties of the United Kingdom that name nothing but a place:
 * in a file name they say where, not what. Source: ONS names and codes of local authority districts, 2013 and
 * 2023; words that are also common nouns (forest, swale, rugby) are left out.
 */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  `
aberdeen aberdeenshire adur albans allerdale amber anglesey angus antrim ards argyll armagh arun
ashfield ashford avon aylesbury ayrshire babergh banbridge banstead barking barnet barnsley
barrow basildon basingstoke bassetlaw bath bedford bedfordshire bedworth belfast berkshire
bexley birmingham blaby blackburn blackpool blaenau bolsover bolton boston bosworth bournemouth
bracknell bradford braintree breckland brent brentwood bridgend brighton bristol broadland
bromley bromsgrove broxbourne broxtowe buckinghamshire bucks burnley bury bute caerphilly
calderdale cambridge cambridgeshire camden cannock canterbury cardiff carlisle carmarthenshire
castlereagh causeway ceredigion charnwood chelmsford chelsea cheltenham cherwell cheshire
chester chesterfield chichester chiltern chorley christchurch clackmannanshire cleveland
colchester conwy copeland corby cornwall cotswold cotswolds coventry craigavon crawley croydon
cumberland cumbria cynon dacorum dagenham dales darlington dartford darwen daventry denbighshire
derby derbyshire derry devon doncaster dorset dover dudley dumfries dunbartonshire dundee durham
ealing eastbourne eastleigh eden edinburgh edmundsbury eilean elmbridge enfield epping epsom
erewash essex ewell exeter falkirk fareham fenland fermanagh fife flintshire fulham furness
fylde galloway gateshead gedling glamorgan glasgow gloucester gloucestershire gosport gravesham
greenwich guildford gwent gwynedd hackney halton hambleton hammersmith hampshire hams harborough
haringey harlow harrogate harrow hartlepool hastings hatfield havant havering hebrides helens
herefordshire hertfordshire hertsmere highland hillingdon hinckley horsham hounslow hove hull
humber humberside huntingdonshire hyndburn inverclyde ipswich islington kensington kent kesteven
kettering kingston kinross kirklees knowsley lambeth lanarkshire lancashire lancaster leeds
leicester leicestershire lewes lewisham lichfield lincoln lincolnshire lindsey lisburn liverpool
london lothian luton lyme lynn maidenhead maidstone maldon malling malvern manchester mansfield
medway melton mendip merseyside merthyr merton middlesbrough midlothian milton monmouthshire
moray mourne neath newark newcastle newham newport newtownabbey norfolk northampton
northamptonshire northumberland norwich nottingham nuneaton oadby oldham omagh orkney oxford
oxfordshire pembrokeshire pendle perth peterborough plymouth poole portland portsmouth powys
preston purbeck redbridge redcar redditch reigate renfrewshire rhondda ribble richmond
richmondshire riding rochdale rochford rossendale rother rotherham runnymede rushcliffe rushmoor
rutland ryedale salford sandwell scarborough scilly sedgemoor sefton selby sevenoaks sheffield
shepway sherwood shetland shropshire siar slough solihull somerset southampton southend
southwark spelthorne stafford staffordshire stevenage stirling stockport stockton stoke strabane
stratford stroud suffolk sunderland surrey sussex sutton swansea swindon taf talbot tameside
tamworth tandridge taunton tees teesside teignbridge telford tendring tewkesbury thames thanet
thurrock tonbridge torbay torfaen torridge trafford trent tunbridge tydfil tyne tyneside tyrone
ulster uttlesford wakefield walsall waltham wandsworth warrington warwick warwickshire watford
waveney waverley wealden wearside wellingborough welwyn westminster westmorland weymouth wigan
wight wigston wiltshire winchester windsor wirral woking wokingham wolverhampton worcester
worthing wrekin wrexham wychavon wycombe wyre yarmouth york yorkshire
`
    .trim()
    .split(/\s+/),
);
