"""Words that make a message sensitive: health, faith, love, money, work and names."""

from routing.core.lexicon.listing import listed

HEALTH = """
    diagnos* | diagnosis | chronic illness | illness | disease | disorder | syndrome
    disabilit* | disabled | on disability | handicap* | mentally ill | seriously ill
    terminally ill
    cancer | tumour* | tumor | tumors | leukaemia | leukemia | lymphoma | melanoma
    chemo* | radiotherapy | radiation | biops* | oncolog* | metasta* | mastectomy
    remission
    diabet* | insulin | coeliac | celiac | crohn* | colitis | asthma* | copd
    epilep* | seizure* | migraine* | thyroid | hashimoto* | lupus | arthritis
    arthrosis | osteo* | rheuma* | fibromyalgia | psoriasis | eczema | endometriosis
    pcos
    multiple sclerosis | parkinson* | alzheimer* | dementia | huntington*
    stroke ward | had a stroke | a stroke | aphasia | tourette* | cerebral palsy
    narcolepsy | sleep apnea | sleep apnoea | long covid | chronic fatigue
    chronic pain
    heart attack* | heart failure | heart condition | heart disease | bypass | stent
    pacemaker | angina | arrhythmia | cardiolog* | hypertension
    high blood pressure | cholesterol | blood thinner* | dialysis | kidney*
    transplant* | cirrhosis | hepatitis | pancrea* | anaemia | anemia | haemophilia
    hiv | has aids | std | sti | herpes | syphilis | chlamydia | tuberculosis
    covid
    bipolar | schizo* | psychosis | psychotic | borderline personality | depression
    depressive | clinically depressed | postnatal | postpartum | ptsd | ocd | adhd
    autis* | asperger* | neurodivergent | dyslexi* | dyspraxi* | dyscalculi*
    panic attack* | panic disorder | anxiety disorder | social anxiety
    eating disorder | anorexi* | bulimi* | binge eating | agoraphobi*
    burnout diagnosis | nervous breakdown | had a breakdown | a breakdown in
    stammer* | stutter*
    alcoholic* | alcoholism | addict* | gambling problem | gambling addiction
    rehab | sober since/for/now | months/weeks/years/days sober | day _ sober
    days clean | clean and sober | sobriety | my addiction | his addiction
    her addiction | in recovery from | relapse* | aa meeting* | my sponsor
    methadone | overdose last
    pregnan* | miscarr* | stillb* | ivf | abortion | infertil* | menopaus*
    vasectomy | hysterectomy | erectile
    slipped disc* | herniated | carpal tunnel | tendonitis | sciatica | scoliosis
    hernia | fractur* | broken leg/arm/hip/ankle/wrist/foot/bone
    broke my/his/her leg/arm/hip/ankle/wrist/foot/shoulder/back
    torn ligament/meniscus/acl | brain/head/spinal injury | brain damage
    (the/his/her/my) stroke took/left/in/last | the/his/her/my stroke | coma
    down syndrome | spina bifida | sickle cell | cystic fibrosis | lyme | sepsis
    pneumonia | kidney infection | blood pressure | gestational | c section
    premature birth | prosthesis | crutches since | hip replacement
    knee replacement | knee surgery | surgery | operation on | amputat*
    my/his/her/a wheelchair since | uses a wheelchair | wheelchair user
    in a wheelchair since | concussion | paraly* | hearing aid* | cochlear implant
    glaucoma | cataract* | macular degeneration | going blind | going deaf
    deafness | eyesight is | losing my/her/his sight | tinnitus
    my therapist says/said/thinks/calls | her therapist | his therapist
    in therapy for | my psychiatrist | psychiatr* | had .. therapy | speech therap*
    physiotherap* | the therapist | my consultant | neurolog* | gynaecolog*
    gynecolog* | endocrinolog* | rheumatolog* | dermatolog* | paediatrician
    pediatrician | medication | my meds | on meds | prescri* | antidepressant*
    antipsychotic* | painkillers | opioid* | statin* | beta blocker* | ssri*
    steroids | hormone treatment | hormone therapy | side effects
    sertraline | fluoxetine | prozac | citalopram | escitalopram | venlafaxine
    duloxetine | mirtazapine | bupropion | wellbutrin | lithium | quetiapine
    olanzapine | risperidone | aripiprazole | lamotrigine | valproate | ritalin
    methylphenidate | adderall | vyvanse | concerta | metformin | ozempic
    semaglutide | wegovy | methotrexate | levothyroxine | warfarin | eliquis
    ramipril | lisinopril | amlodipine | atorvastatin | tamoxifen | prednisone
    prednisolone | humira | xanax | valium | diazepam | lorazepam | zolpidem
    oxycodone | tramadol | naltrexone | antabuse
    used to hurt myself | self harm* .. years | scars on my | suicide attempt
    tried to kill myself when/in | sectioned | psych ward | hospitalised
    hospitalized | in a coma | hospice | care home for | palliative
"""

HEALTH_ABROAD = """
    cancer | tumor | quimio* | quimioterapia | diabetes | diabetico | diabetica
    asma | alzheimer | demencia | parkinson | esclerosis | epilepsia | migrana*
    artritis | artrosis | fibromialgia | depresion | bipolar | trastorno* | tdah
    autis* | ansiedad generalizada | ataques de panico | ansiolitic* | antidepresiv*
    embaraza* | aborto | infarto | ictus | hipertension | tiroides | celiac* | vih
    diagnostic* | enfermedad* | discapacidad | minusvalia | psiquiatra
    mi psicologa | mi psicologo | mi terapeuta | operacion de | operaron | cirugia
    quirofano | hernia | alcoholic* | adicci* | medicacion | pastillas para
    lesion de
    krebs | chemo* | chemotherapie | bestrahlung | diabet* | asthma | demenz
    ms diagnose | multiple sklerose | epilep* | migrane
    rheuma* | arthrose | depression* | depressiv | bipolar* | adhs
    angststorung | panikattacke* | antidepressiv* | essstorung | magersucht
    schwanger* | fehlgeburt | herzinfarkt | schlaganfall | bluthochdruck
    schilddruse* | zoliakie | hiv | diagnos* | krankheit* | behinder*
    schwerbehindert | psychiater* | meine therapeutin | mein therapeut
    eine/meine/seine/ihre/der/die operation | operiert | bandscheibe* | alkoholik*
    spielsucht | alkoholsucht | suchtkrank* | entzug | medikament* | tabletten gegen
    burnout klinik | reha | pflegegrad | krankgeschrieben
    tumeur* | chimio* | radiotherapie | asthme | demence
    sclerose | migraine* | arthrite
    rhumat* | fibromyalgie | depression | depressif | depressive | bipolaire
    crises d angoisse | crise de panique | attaques de panique
    antidepresseur* | anorexi* | boulimi* | enceinte | fausse couche | infarctus
    avc | hypertension | thyroide | coeliaque | seropositi* | diagnosti*
    maladie* | handicap* | psychiatre | mon psy | ma psy | mon therapeute
    operation du | opere | operee | hernie discale | alcoolique | addiction
    medicament* | sous traitement | arret maladie
"""

NOT_HEALTH = """
    a stroke of | disease of | diagnose this/it/the problem | self diagnos*
    dyslexic font | cancer sign | star sign
"""

RELIGION = """
    catholic* | protestant* | muslim* | islam* | jewish | judaism | orthodox
    hindu* | buddhist* | sikh* | mormon* | jehovah* | evangelical | baptist
    lutheran | methodist | quaker* | adventist* | atheist* | agnostic | pagan
    wicca*
    (devout/strict/practising/practicing/born/a/as/good) christian (family/faith/
    parents/church)
    christians | my faith | lost my faith | our faith | prays | praying | my prayers
    my mosque | the mosque | our synagogue | my church | our church | my parish
    our priest | our imam | imam | rabbi | pastor | ramadan | bar mitzvah | baptised
    baptized | converted to | conversion to | excommunicat* | convent | hijab
    headscarf | kosher | halal
    catolic* | protestante* | musulman* | judi* | evangelic* | testigo* de jehova
    ateo | atea | cristian* practicante | mezquita | sinagoga | parroquia
    me converti | bautiz* | mi fe | budista*
    katholisch* | katholik* | evangelisch* | moslem* | judisch*
    orthodox* | zeugen jehovas | konvertier* | moschee | synagoge | gemeinde pfarrer
    mein glaube | meinen glauben | kopftuch | freikirch*
    catholique* | juif | juive | juifs | orthodoxe*
    temoin* de jehovah | converti* | mosquee | synagogue | paroisse | ma foi
    bouddhiste* | evangelique* | pasteur
"""

SEXUALITY = """
    gay | lesbian* | bisexual* | (am/im/as) bi | out as (bi/gay) | queer | lgbt*
    trans | transgender | transsexual | nonbinary | non binary | genderfluid
    asexual* | pansexual* | homosexual*
    came out (as/to/at) .. (me/us/parents/family/gay/bi/work)
    come/coming out to (my/our/me/us/them/her/his) | come out as | closeted
    in the closet | same sex | likes/love/loves/like women and men
    sexual orientation | sexuality | sex life | libido | have sex | had sex
    sexless | porn* | affair with | one night stand | transition* from
    gender dysphoria | pronouns
    lesbiana* | salir del armario | sali del armario
    vida sexual
    schwul* | lesbisch* | lesbe | bisexuell* | homosexuell* | transsexuell*
    geoutet | outen | outing | sexleben
    homosexuel* | lesbienne* | bisexuel* | coming out | vie sexuelle
    orientation sexuelle
"""

FINANCES = """
    earn* | salary | salaries | wage* | income | paid | pay | pays | paying
    payroll | pension | mortgage | loan* | debt* | overdraft | savings | saved
    owe* | owed | inherit* | turnover | revenue | before tax | after tax | net
    gross | annual income | in the account | bank account | bonus | offered
    offers me/us | an offer | offer of | lent | lend | borrow* | alimony
    child support | bring home | take home | i make | we make | makes | credit card
    benefits | lump sum | severance | redundancy | options | cover what | bail* out
    my rent | our rent | the rent | rent is/was/from/of/at | profit | gambl*
    betting | invested | raise | left on | in the bank | on my account | overdrawn
    bankrupt* | maintenance
    gano | gana | ganamos | cobro | cobra | cobramos | sueldo | salario | nomina
    hipoteca | prestamo | deuda* | ahorr* | alquiler | herencia | ingresos
    facturo | facturamos
    verdien* | gehalt | lohn | netto | brutto | im monat | kredit | schulden
    schulde | rucklagen | erspart* | gespart | rente | miete | erbe | geerbt
    erbschaft | unterhalt | einkommen | umsatz | konto
    gagne | gagnons | salaire | hypotheque | pret | dette* | epargne | economies
    retraite | loyer | heritage | revenus | revenu | chiffre d affaires
    je me verse | decouvert | brut
"""

WORK = listed(
    """
    work works worked working job employed employee employer hired joined started
    years fired manager assistant developer engineer nurse teacher teaches
    administrator supervisor leader director clerk technician accountant analyst
    consultant trainee apprentice intern contract colleague colleagues boss shift
    shifts department warehouse team position post leaving accounts paralegal
    deputy secretary coordinator designer driver waiter receptionist cashier
    officer trabajo trabaja trabajamos empleado empleada contrato turno jefe jefa
    enfermera cobro puesto encargada arbeite arbeitet arbeiten angestellt firma
    stelle schicht krankenschwester verkauferin laborantin sachbearbeiterin
    ausbildung werkstudent travaille travaillons employe poste contrat salarie
    salariee infirmiere cheffe embauche chef cook lead office
    """
)

NUMBERED = """
    born on | date of birth | geboren am | nacido el | nacida el | ne le | nee le
    iban | card | credit card | debit card | karte | tarjeta | carte
    passport number | social security | sozialversicherungsnummer | konto
"""
COMPANIES = """
    hotel | firma | firm | company | bank | clinic | klinik | hospital | krankenhaus
    school | college | university | supermarket | restaurant | bakery | brewery
    agency | council | gestoria | clinica | talleres | banco
    ayuntamiento | supermercado | molkerei | verlag | versicherung | hopital
    clinique | mairie | banque | boulangerie | cabinet | societe | usine | museum
    library | pharmacy
"""
STREETS = """
    street | road | lane | avenue | terrace | crescent | calle | avenida | plaza
    paseo | carrer | rue | boulevard | impasse | quai
"""
INTRODUCTIONS = """
    my name is | my names | the names | mein name ist | ich heisse | me llamo
    mi nombre es | je m appelle | mon nom est
"""
TITLES = """
    mr | mrs | ms | mx | dr | prof | professor | frau | herr | herrn | doktor
    senor | senora | sr | sra | dona | don | mme | mlle | monsieur | madame
    reverend | rev | father | pastor | sir
"""

SHELVES = {
    "numbered": NUMBERED,
    "street": STREETS,
    "company": COMPANIES,
    "title": TITLES,
    "introduction": INTRODUCTIONS,
    "health": HEALTH + HEALTH_ABROAD,
    "not health": NOT_HEALTH,
    "religion": RELIGION,
    "sexuality": SEXUALITY,
    "finances": FINANCES,
}
