"""Semantic fields: everyday words by what they are about, in four languages.

Words stand between blanks, `_` joins the words of a phrase, `*` ends a beginning.
"""

FIELDS = {
    "workplace": """
        boss bosses manager managers management supervisor* line_manager team_lead
        tech_lead director ceo cto cfo executive board hr personnel coworker*
        co_worker* colleague* teammate* workmate* team teams department* office
        offices open_plan desk workplace work working worked works at_work meeting*
        stand_up agenda all_hands offsite workshop_day client clients stakeholder*
        project projects deadline* sprint migration demo slides presentation keynote
        panel shift shifts rota night_shift overtime on_call workload hours_cut
        reduced_hours part_time full_time remote_work home_office work_from_home
        on_site commute* out_of_office contract probation notice_period my_notice
        notice resign* quit_my_job quitting fired sacked laid_off redundan*
        restructuring reorgani* severance sick_leave sick_note parental_leave
        maternity_leave off_sick employer* employee* staff works_council union
        payroll payslip company_car intern interns internship trainee* apprentice*
        replacement predecessor performance_review appraisal annual_review
        feedback_form my_review slack zoom team_channel leadership delegat*
        micromanag* workaholic retire* retirement farewell_mail deputy_head jefe
        jefa jefes compañer*_de_trabajo oficina trabajo trabajar reunion reuniones
        turno turnos empresa contrato encargad* despid* dimitir equipo departamento
        chef chefin chefs kolleg* buro abteilung* arbeit arbeiten arbeite arbeitet
        schicht nachtschicht* nachtschichten firma arbeitgeber* arbeitsweg
        betriebsrat besprechung* meeting probezeit kundig* elternzeit homeoffice
        vorgesetzt* agentur projekt patron patronne mon_chef ma_cheffe son_chef
        sa_cheffe cheffe collegue* equipe bureau travail travailler travaille boulot
        reunion* stage licenci* demission* teletravail* entreprise mon_service
        metier methode scrum scrum_master product_owner agile kanban standup
        retrospective kpi_report report reports my_report director_asked
        payroll_clerk reception front_desk canteen lunch_break lunch_with_colleagues
        sick_email call_in_sick vacation_request day_off time_off business_trip
        travel_expenses expense_report conference_call video_call webcam
        team_building offsite_day holiday_party office_party secret_santa
        birthday_at_work whistleblow* harassment bully bullying mobbing toxic_boss
        toxic_workplace overworked underpaid undervalued unmotivated promotion_round
        performance_goals target targets sales_target quarterly_numbers
        budget_meeting board_meeting chairing_meetings minutes_of_the_meeting memo
        newsletter intranet onboarding_plan head_of_nursing ward matron foreman
        plant_manager branch_manager editor_in_chief principal headteacher dean
        faculty tenure phd_supervisor freelancing client_work invoice_client
        rate_per_hour hourly_rate day_rate check_the_grammar informe horas_extra
        compañeros me_queda_grande ascender krankmeldung uberstunden kantine
        feierabend berufsleben lebenslauf hobbys_angeben rapport heures_sup cantine
        arret_maladie relancer relocate relocation merger merged merging departments
        kick_off kickoff steering_committee reorg headcount hiring_freeze
        cost_cutting performance_plan pip written_warning warning_letter
        disciplinary grievance exit_interview last_day leaving_card leaving
        leaving_party retirement_party work_anniversary jubilee employee
        annual_goals goals_are_due objectives training_request pitch lost_the_pitch
        tender client_meeting customer_complaint call_centre call_center
        support_ticket bug bugs release launch launch_day roadmap_meeting
        code_review pull_request deploy production_outage incident on_site_days
        hybrid_work hot_desk hot_desking cubicle meeting_room badge name_badge
        lanyard uniform tills checkout cash_register stockroom warehouse_shift
        forklift assembly_line production_line night_duty duty_roster ward_round
        surgery_hours classroom staff_room lesson_plan grading_papers head_teacher
        inspector audit auditor site_manager building_site crew kitchen_crew
        front_of_house tips_at_work transfer took_the_credit takes_the_credit
        passed_over overlooked undermine undermines undermined micromanages
        interrupts in_meetings speak_up speaks_up office_politics gossip_at_work
        clique excluded difficult_boss difficult_colleague new_guy new_girl
        the_new_boss new_boss new_manager as_a_manager first_time_manager
        direct_report direct_reports my_reports one_on_one one_to_one 1_1
        team_dinner my_replacement burnout_at_work work_life_balance overtime_pay
        unpaid_overtime working_hours flexitime flexible_hours four_day_week
        60_percent part_time_request maternity annual_leave unpaid_leave
        leave_request return_from_leave back_from_leave first_day_back despacho
        compañero compañera plazo plazos vacaciones baja_laboral jornada teletrabajo
        sindicato nomina companeros companera kollegin kollegen team_leitung
        teamleitung vorgesetzter urlaubsantrag krank_gemeldet frist fristen
        dienstplan teilzeit vollzeit uberlastet versetzung mitarbeiter mitarbeiterin
        mitarbeitergesprach chefetage feierabende bereitschaft collegues mon_equipe
        delai delais conge conges arret temps_partiel temps_plein
        heures_supplementaires mutation syndicat hierarchie
    """,
    "hiring": """
        interview interviews interviewer* interviewing job_interview cover_letter*
        cv resume resumes linkedin portfolio application applications apply applying
        applied applicant* vacancy job_ad job_offer job_hunting job_search job jobs
        recruiter* headhunt* reference_letter references salary salaries wage*
        pay_rise pay_raise a_raise raise promotion* promoted bonus counter_offer
        written_offer two_offers an_offer job_title hire hired hiring candidate*
        onboarding career* profession* professional profession vocation retraining
        retrain trial_day resignation job_centre position positions role expert_role
        new_job first_job desk_job side_job freelance* entrevista*
        carta_de_presentacion curriculum sueldo puesto ascenso vacante
        oferta_de_trabajo empleo candidatura dia_de_prueba bewerb*
        vorstellungsgesprach* lebenslauf gehalt* gehaltserhohung stelle
        stellenanzeige anschreiben motivationsschreiben beforder* arbeitszeugnis
        referenz* vergutung jobsuche selbstandig* beruf beruflich entretien*
        lettre_de_motivation mon_cv un_cv son_cv salaire* emploi embauche*
        augmentation candidature poste offre_d_emploi carriere got_the_job
        job_i_want dream_job hobbies second_interview final_round phone_screen
        assessment_centre salary_expectations salary_negotiation negotiate_salary
        accept_the_offer accept_an_offer decline_an_offer before_i_accept
        employment_gap career_change change_careers changing_careers career_path
        linkedin_post linkedin_profile elevator_pitch unemployed unemployment
        jobless job_fair open_application internal_application applying_internally
        apply_internally head_hunters trial_period temp_job seasonal_job summer_job
        student_job mini_job gig gigs shift_work night_work overqualified
        underqualified underpaid_compared sideways_move step_up step_down
        lateral_move weakness_to_mention strength_to_mention biggest_weakness
        greatest_weakness after_an_interview before_an_interview panel_interview
        group_interview video_interview interview_question interview_questions
        background_check reference_check cover_page application_letter
        letter_of_motivation letter_of_intent speculative_application
        job_description job_posting job_board job_portal xing indeed glassdoor
        recruiter data_entry the_role salary_range salary_band pay_gap pay_grade
        more_pay market_value entry_level mid_career senior_role first_full_time
        gap_year return_to_work back_to_work re_enter second_career quereinst*
        candidato proceso_de_seleccion pretensiones_salariales buscar_trabajo
        cambiar_de_trabajo renunciar renuncia bewerbungsprozess gehaltsvorstellung
        arbeitsuche jobwechsel stelle_wechseln quereinstieg zusage absage
        probearbeiten referenzen entretien_d_embauche pretentions_salariales
        chercher_un_emploi changer_de_travail changer_de_poste
        lettre_de_recommandation
    """,
    "occupations": """
        nurse developer engineer accountant analyst designer administrator
        technician librarian porter clerk teacher lawyer paralegal waiter waitress
        barista cook baker driver electrician plumber carpenter mechanic postman
        receptionist secretary consultant architect editor journalist translator
        professor researcher scientist cashier salesperson salesman optician
        hairdresser physiotherapist dentist_assistant paramedic firefighter
        police_officer programmer enfermera enfermero profesora profesor peluquera
        camarero cocinera panadera librera auxiliar krankenschwester lehrer lehrerin
        laborantin grafikerin entwickler gartner buchhalter* verkauferin pfleger
        erzieherin infirmiere infirmier professeur assistante vendeuse serveur
        comptable ingenieur
    """,
    "partner": """
        wife husband boyfriend girlfriend partner fiance fiancee spouse hubby my_ex
        ex exes your_ex ex_husband ex_wife marriage married marry wedding engaged
        engagement honeymoon anniversary divorce* separat* break_up breakup broke_up
        split_up dating date first_date second_date tinder crush in_love
        fall_in_love fell_in_love love kiss* cheat* affair flirt* jealous*
        second_child moving_in_together long_distance couple* valentine* vows marido
        mujer pareja novio novia esposo esposa boda matrimonio ruptura divorci* cita
        enamorad* ehemann ehefrau freund freundin partnerin mein_mann meine_frau
        meinen_mann beziehung* ehe hochzeit trennung scheidung verliebt mari femme
        copain copine conjoint* compagn* couple mariage rupture amoureu* my_man
        my_woman my_girl my_guy situationship hookup sleeping sexless wedding_card
        getting_married said_yes proposal bachelor* wedding_day bride groom newlywed
        widow widower remarry long_term_relationship my_relationship wedding_rings
        wedding_ring rings engagement_ring proposal_speech love_life romance
        romantic date_night second_marriage after_a_breakup
    """,
    "family": """
        mum mom mummy mommy mother dad daddy father parents parent brother brothers
        sister sisters sibling* son sons daughter daughters twin twins stepdaughter
        stepson stepmother stepfather stepdad stepmum grandmother grandma granny nan
        grandfather grandpa grandparents grandson granddaughter grandkids aunt
        auntie uncle cousin* niece nephew kid kids child children baby toddler
        teenager family families godmother godfather goddaughter godson in_law
        in_laws inlaws mother_in_law father_in_law sister_in_law brother_in_law
        christening baptism golden_wedding custody six_year_old madre padre padres
        hermano hermana hermanos hijo hija hijos abuela abuelo abuelos tia tio
        suegra suegro cunada cunado sobrina sobrino nieto nieta familia mama papa
        mutter vater eltern bruder schwester geschwister sohn tochter kinder kind
        oma opa tante onkel schwieger* schwager schwagerin enkel* nichte neffe
        familie taufe mere pere frere soeur fils fille enfants enfant oncle cousine
        neveu famille maman belle_mere beau_pere belle_famille grand_mere grand_pere
        bebe elderly parents_house care_home nursing_home stepchild stepchildren
        kids_father grandparent guinea_pig_died only_child eldest youngest
        elder_brother little_sister big_sister firstborn teen teens puberty bedtime
        pocket_money family_gathering family_reunion family_holiday hijastro nietos
        geschwistern stiefsohn stieftochter enkelkind beau_fils belle_fille
        petit_fils grandad granddad gran my_boy my_girls the_boys the_girls
        middle_child elderly_father ageing_parents aging_parents inheritance_row
        family_secret family_home childhood_home her_grandad his_gran residencia
        nuestra_madre nuestro_padre heim pflege meine_eltern mes_parents
    """,
    "friends": """
        friend friends friendship* best_friend* oldest_friend bestie mates mate
        buddy pal flatmate* roommate* housemate* class_reunion old_friend
        make_friends making_friends social_circle acquaintance* penpal godparent
        hen_party best_man bridesmaid neighbour_friend amigo amiga amigos amigas
        amistad freunde freundinnen freundschaft ami amie amis amies amitie
        meilleure_amie meilleur_ami friend_of_mine close_friend group_of_friends
        friend_group old_schoolmate classmate classmates college_friends
        toxic_friend ghosted ghosting
    """,
    "between people": """
        he_said she_said he_says she_says he_thinks she_thinks he_laughed
        she_laughed he_wants she_wants tell_him tell_her told_him told_her
        talk_to_him talk_to_her text_him text_her ask_him ask_her between_us
        the_two_of_us each_other neither_of_us both_of_us we_fight we_argue
        apologis* apologiz* apology forgiv* argu* fight fights fighting quarrel*
        trust trusts promise* lied lie lies ignore* ignores left_out invited_me
        didnt_invite ultimatum betray* secret gossip* rumour* rumor* hurt_me
        hurt_her hurt_him miss_him miss_her miss_them miss_you miss_your no_contact
        say_no text texts call_me calls_me reply havent_talked havent_spoken
        hasnt_spoken stopped_talking not_speaking came_out come_out came_out_to
        comments_on towards_me with_me about_me without_accusing offend* insult*
        tease* embarrass* accusation support_him support_her comfort console
        introduce hug* perdon disculpa* discut* pelea* enfad* confianza mentira
        secreto le_digo le_pido streit* entschuldig* verzeih* vertrau* lugt gelogen
        beleidigt sauer trost* einladung_zu dispute* excuser pardon* confiance
        mensonge vexer vexe fache* rappelle lui_dire more_space need_space
        space_from got_weird telling_everybody told_everybody told_everyone
        everybody_about said_yes made_up_after made_up_with after_the_row the_row
        bring_it_up bring_up raise_it leave_it stand_up_to set_boundaries_with
        talk_it_over clear_the_air walk_on_eggshells guilt_trip gift_from_him
        remembered forgot_my forgot_our forgot_her forget_a_birthday
        silent_treatment cold_to_me distant drift_apart drifting grown_apart
        reconnect reach_out meet_his meet_her meet_the_parents proposal_to wicked
        stepfather_who apologising apologizing argue_about shouting shouts yells
        yelled cruel kind_to him_directly her_directly without_a_war to_his_face
        behind_my_back feel_close intimacy affection attention_from spend_time_with
        time_for_each chores housework_split co_parent* blended_family stepfamily
        adoption adopted foster discutimos me_ignora le_escribo le_cuento cumpleanos
        nos_peleamos me_oculta weicht_aus streiten schweigt redet_nicht geburtstag
        vergessen zusammenziehen ehrlich_zu gekrankt m_ignore on_se_dispute
        anniversaire se_parler me_parle_plus referee complains complain_about_the
        draws_a_line draw_a_line cut_off_contact cut_contact cutting_ties estranged
        estrangement reconcile reconciliation make_up_with patch_things
        give_another_chance second_chance take_him_back take_her_back win_her_back
        win_him_back moved_on move_on_from closure rebound on_a_break need_a_break
        rejects_me rejected_me ignored_me ignores_me avoids_me avoiding_me blocks_me
        blocked_me unfriended replied_late left_on_read unanswered answer_her
        answer_him not_answering jealous_of_my flirted_with unfaithful infidelity
        white_lie told_a_lie lied_to keeps_secrets opening_up open_up_to
        listen_to_me listens_to listened heard_me understood_me respect_me
        disrespect* humiliate* mocked mock_me laughs_at_me made_fun taking_sides
        take_sides caught_between middleman favouritism favorite_child golden_child
        black_sheep expectations_of_me lets_me_down let_me_down disappointed_in_me
        proud_of_me compliment_her compliment_him criticise_me criticizes criticises
        controlling clingy needy possessive_of dependent_on codependen* caretaking
        look_after looks_after settle_down have_children having_children want_kids
        pregnancy_news engaged_to announce_our surprise_her surprise_him
        cheer_her_up cheer_him_up comfort_a condolences_to grieving_friend
        sick_friend visit_her visit_him explain_to_a tell_the_kids tell_the_children
        tell_our_kids told_the_kids in_prison moved_back move_back_in move_in_with
        moves_in living_together empty_nest sibling_rivalry in_front_of_everybody
        in_front_of_everyone excuses_himself apologises_for the_tenth_time forgave
        forgiving owe_an_apology owes_me_an apology_letter own_up_to thank_my
        thank_our thank_her thank_him invited_him invited_her date_again
        dating_again end_a_friendship love_languages attachment_style
        toxic_relationship healthy_relationship good_listener keep_in_touch
        stay_in_touch lose_touch lost_touch se_disculpa reconciliar volver_con
        dejar_a me_deja me_dejo me_miente celoso celosa se_enfada discusion
        discusiones hablar_con_el hablar_con_ella le_cuento_a apoyar consolar
        residencia_para visitar_a versohn* ignoriert_mich meldet_sich_nicht
        unbeantwortet lasst_mich betrogen eifersuchtig gestritten diskussion trosten
        unterstutz* besuchen kummern pflegeheim aussprache entschuldigung
        se_reconcilier me_quitte m_a_quitte me_ment jaloux jalouse discussion
        soutenir consoler rendre_visite maison_de_retraite s_excuse
        repondre_a_quelqu
    """,
    "home": """
        landlord* landlady tenan* letting_agency deposit mould mold leak leaks
        leaking roof boiler heating plumber stain* paint furniture sofa
        washing_machine dishwasher fridge oven freezer laundry vacuum declutter*
        dirty tidy cleaning clean cleaner cleans dishes kitchen bathroom bedroom
        living_room garage basement cellar attic balcony stairs corridor window
        windows door lock locks key keys moving_house move_house moving_out move_out
        unpack packing boxes flat flats apartment* house rent rents renting
        spare_room neighbour* neighbor* noise noisy drums bins bin rubbish trash
        recycling lift elevator parking garden lawn hedge plants plant cactus tools
        drill wallpaper curtains mattress bed duvet jacket wash washed iron ironing
        broadband wifi router electricity meter energy_bill printer laptop phone
        phones charger battery alarm_clock camera tv vecin* caser* piso alquiler
        mudanza lavadora mancha* nevera casa cocina llaves jardin ruido luz nachbar*
        vermiet* wohnung* miete umzug waschmaschine flecken kuhlschrank haus kuche
        schlussel garten heizung larm treppenhaus voisin* proprietaire appartement
        loyer demenag* machine_a_laver tache* frigo maison cuisine cles bruit glass
        sticker stickers tile tiles floor floors wall walls ceiling shelf shelves
        drawer cupboard wardrobe closet carpet rug curtain blinds lamp bulb socket
        plug fuse pipe pipes tap sink toilet shower bath bathtub drain hose ladder
        hammer screw screwdriver paintbrush tape glue rust limescale dust odour
        smell smells rot insects ants mice mouse wasps moths fire_alarm smoke_alarm
        chimney stove fireplace radiator terrace fence gate shed greenhouse trees
        tree birch roots soil compost seeds seedlings tomatoes weeds pot pots candle
        sheets towel towels blanket pillow hanger clothes shirt shirts wool sweater
        jumper shoes shoe boots zip button_off leather sew sewing hem sponge
        detergent bleach vinegar baking_soda mop broom batteries hazardous_waste
        household_waste cable remote tablet keyboard screen_protector scaffold*
        caretaker janitor house_rules bombilla enchufe grifo azulejo ropa zapatos
        manta toalla jabon basura akku* hausmull mull lampe steckdose wasserhahn
        schrank teppich kleidung schuhe handtuch seife fenster gewachshaus schimmel
        hausordnung ampoule prise robinet vetements chaussures serviette savon
        poubelle* fenetre terrasse moisissure wax tablecloth napkin napkins
        dishcloth cutlery fork forks spoon plate plates bowl mug cup kettle toaster
        blender mixer grater corkscrew can_opener ironing_board clothesline
        drying_rack drawer_stuck hinge handle doorbell intercom mailbox letterbox
        doormat hallway staircase banister loft conservatory patio porch driveway
        yard gutter gutters downpipe brick bricks plaster plastering cement concrete
        sand timber plank planks wood wooden varnish sandpaper drill_bit hammering
        saw pliers spanner wrench toolbox sealant silicone grout insulation draught
        drafty damp humidity condensation ventilat* thermostat radiators
        water_heater flood flooded overflow blocked clog clogged unblock plunger
        light_bulb lampshade dimmer extension_cord surge power_cut fuse_box
        solar_panel* heat_pump gas_bill water_bill heating_bill utility utilities
        council_tax dustpan duster polish polishing scrub scrubbing rinse soak spray
        descale mildew grease greasy sticky squeak squeaky creak wobble wobbly_table
        scratch scratched scratches dent crack cracked chipped peel peeling
        moth_holes shrink shrunk faded crease creases wrinkle wrinkled fold folding
        hang_up stack storage store_winter tidy_up sort_through throw_out throw_away
        get_rid rubbish_bag skip_hire charity_shop hoard* clutter cluttered
        minimalis* interior decorate decorating decor bunk_bed crib pillowcase
        fitted_sheet bed_linen laundry_basket tumble_dryer spin_cycle washing_powder
        fabric_softener houseplant houseplants orchid succulents ivy rose roses
        tulips bulbs pruning prune mow mowing lawnmower rake shovel spade
        wheelbarrow fertiliser fertilizer slugs snails aphids beehive raised_bed
        rain_barrel sandpit swing trampoline noise_after quiet_hours subletting
        rent_increase rental tenancy eviction evict housemates house_share
        shared_flat flatshare room_to_let house_hunting viewing second_viewing
        estate_agent realtor remortgage renovation renovate renovating builder
        builders contractor planning_permission mesa silla sillas cama armario
        estante alfombra cortina cortinas lampara suelo pared techo ventana puerta
        balcon bano ducha inodoro fregadero microondas plancha planchar lavar
        limpiar limpieza barrer fregar polvo moho humedad gotera tuberia enchufes
        pintura pintar clavo martillo taladro herramientas caja cajas trastos
        ordenar ordenado reciclar reciclaje muebles cojin sabanas plantas planta
        flores macetas cesped terraza calefaccion aire_acondicionado factura casero
        alquilar fianza portal escalera ascensor ruidos tisch stuhl stuhle bett
        regal vorhang vorhange boden wand decke ture tur balkon bad badezimmer
        dusche klo waschbecken backofen mikrowelle bugeleisen bugeln waschen putzen
        sauber staubsauger staub wischen kalk entkalk* wasserkocher kessel pfanne
        topf besteck geschirrspuler spulmaschine herd rohr steckdosen farbe
        streichen nagel bohrer werkzeug kiste kisten kartons ausmisten aufraumen
        ordnung recyceln mobel kissen bettwasche spannbettlaken pflanze pflanzen
        blumen topfpflanze rasen heizen nebenkosten kaution hausflur treppe aufzug
        larmt hausverwaltung vermieterin mieter rotwein* fleck entfernen reinigen
        abwasch table chaise chaises lit armoire etagere tapis rideau rideaux sol
        mur plafond porte salle_de_bain douche toilettes evier micro_ondes
        fer_a_repasser repasser laver nettoyer nettoyage aspirateur poussiere moisi
        humidite fuite tuyau prises peinture peindre clou marteau perceuse outils
        carton cartons ranger rangement trier recycler meubles coussin draps drap
        housse drap_housse plier plantes fleurs pelouse chauffage facture caution
        escalier ascenseur bruits calcaire bouilloire vaisselle
    """,
    "food": """
        recipe* cook cooking cooked bake baking bakery_order freeze frozen rice
        pasta soup salad dish dessert cake cakes vegetarian* vegan meat fish potluck
        dinner lunch breakfast guests host restaurant* waiter tip tipping wine beer
        coffee tea drinks menu bbq picnic leftovers leftover grocer* supermarket
        receta cocinar cena comida arroz vino restaurante propina invitad* rezept
        kochen backen einfrieren reis essen gaste trinkgeld wein abendessen
        basilikum recette cuisiner diner repas riz vin restaurant pourboire invites
        egg eggs milk cheese butter bread flour sugar salt pepper oil honey jam
        noodles potato potatoes tomato onion garlic carrot cabbage spinach beans
        lentils tofu chicken beef pork bacon sausage salmon tuna sushi stew curry
        sauce pizza burger fries sandwich brunch snack snacks cookies biscuit
        biscuits pie pancakes waffles chocolate ice_cream yoghurt yogurt cereal
        fruit apple apples banana berries lemon herbs basil spice spices vinegar
        drink juice water cocktail expiry expired best_before spoil spoiled
        microwave pan pans pot_roast knife_set grill barbecue simmer boil boiled fry
        fried roast roasted dough yeast huevos leche queso pollo sopa horno caducado
        eier milch brot kase suppe nudeln kartoffeln haltbar abgelaufen ofen kuchen
        oeufs lait pain fromage poulet soupe four gateau perime cuisine lasagne
        lasagna spaghetti risotto paella tapas taco tacos burrito falafel hummus
        couscous quinoa oats oatmeal porridge muesli granola omelette omelet
        scrambled poached hard_boiled mayonnaise ketchup mustard soy_sauce gravy
        stock_cube broth cream sour_cream whipped mozzarella parmesan feta ham
        turkey lamb duck shrimp prawns mussels lobster tempeh aubergine eggplant
        zucchini courgette pepper_soup cucumber lettuce kale broccoli cauliflower
        mushrooms pumpkin squash corn peas chickpeas avocado mango pineapple grapes
        orange oranges pear peach plum cherries strawberries raspberries nuts
        almonds walnuts peanut raisins cinnamon vanilla ginger chili chilli
        curry_powder parsley coriander mint rosemary thyme cornflakes crackers
        crisps chips popcorn doughnut cupcake muffin brownie tart cheesecake icing
        birthday_cake gluten gluten_free lactose dairy_free sugar_free low_carb
        calories protein vegetarians picky_eater meal meals meal_prep lunchbox
        takeaway take_out delivery_food fast_food canteen_food buffet aperitif
        champagne prosecco gin whisky whiskey rum liqueur smoothie lemonade espresso
        cappuccino decaf teapot thermos shelf_life thaw defrost reheat portion
        portions serving servings ingredient ingredients taste tastes tasty bland
        salty spicy sour bitter_taste burnt soggy chewy crispy tender_meat ripe
        rotten mouldy order_food desayuno almuerzo merienda verduras fruta carne
        pescado huevo patata patatas tomate cebolla ajo aceite sal azucar harina
        tarta pastel postre zumo cerveza coctel cocteles batido congelar congelador
        caduca hervir freir asar ingredientes vegano vegetariano sin_gluten
        fruhstuck mittagessen abendbrot gemuse obst fleisch fisch ei kartoffel
        zwiebel knoblauch ol salz zucker mehl torte nachtisch kaffee saft bier
        auftauen gefrierfach haltbarkeit braten gegart gekocht gekochter zutaten
        veganer vegetarier glutenfrei lecker petit_dejeuner dejeuner gouter legumes
        fruits viande poisson oeuf pomme_de_terre oignon ail huile sel sucre farine
        tarte cafe jus biere cocktails congeler congelateur perimes bouillir frire
        rotir vegetarien sans_gluten
    """,
    "errands": """
        car cars bike bikes bicycle helmet bus train night_train flight flights
        airport taxi taxis ticket tickets hotel luggage suitcase passport visa
        licence license_plate drive driving drives motorway parked repair* repaired
        fix fixing broken buy buying bought sell selling second_hand order ordered
        parcel delivery post_office shop shopping voucher warranty insurance claim
        bank tax taxes pension lump_sum lawyer court police council authority
        complaint* complain escalate fine fined bill bills subscription_box
        savings_account broadband_company doctor dentist appointment pharmacy
        hospital vet dog dogs cat cats pet pets puppy weather umbrella holiday
        holidays vacation trip travel camping weekend school_run gift present card
        sympathy_card condolence* flowers etiquette polite* rude manners excuse
        invitation invited party dress_code wedding_guest reunion queue betting
        gambling lend lent borrow* owes seaside cabin new_years_eve coche bici viaje
        vuelo billete seguro abogado policia perro gato regalo fiesta medico
        arreglar comprar vender auto fahrrad reise flug versicherung anwalt polizei
        hund katze geschenk feier arzt reparier* kaufen verkaufen mitbringen schenk*
        voiture velo voyage vol billet assurance avocat chien cadeau fete medecin
        reparer acheter vendre apporter preter christening_wear wear what_to_wear
        outfit dress suit tie wedding_card birthday_card thank_you_card rsvp seating
        caterer haircut barber hairdresser tailor dry_clean* glasses optician x_ray
        tooth teeth dentists vaccination vaccine sunscreen sunburn mosquito
        cold_remedy cough headache plaster painkiller thermometer quote quotes
        estimate contractor handyman guarantee installment payment_plan small_claims
        court_order notary solicitor deed inheritance_tax customs passport_photo
        id_card registration permit residence bank_transfer exchange_rate atm cash
        currency loan_shark investment_fund etf stocks shares interest_rate
        insurance_policy driving_licence driver_license speeding fuel petrol diesel
        electric_car charging_station tyre tyres brakes clutch engine garage_says
        mechanic scooter tram metro platform ferry cruise hostel airbnb beach lake
        mountains hike hiking tent backpack map guidebook jet_lag time_zone concert
        cinema_tonight theatre_ticket museum_visit play_opens exhibition zoo
        playground stroller pram babysitter nanny daycare kindergarten nursery
        school_place homework teacher_says parents_evening lost_property stolen
        theft burglar scam spam phishing hacked passcode sim_card second_hand_shop
        flea_market auction tarjeta_de_cumpleanos dentista gafas gasolina maleta
        playa colegio zahnarzt brille fuhrerschein tanken koffer strand schule
        rechnung_vom handwerker kostenvoranschlag entsorg* dentiste lunettes
        permis_de_conduire essence valise plage ecole devis emmenager bus_stop
        ticket_machine seat_reservation delay delayed cancelled_flight overbooked
        boarding check_out_time hand_luggage baggage customs_duty roaming
        power_adapter travel_insurance itinerary sightseeing road_trip rental_car
        car_hire caravan campervan camper motorhome trailer tow roadside flat_tire
        inspection licence_back pedestrian crosswalk cyclist bike_lane bike_lock
        e_bike scooter_rental car_park parking_ticket windscreen windshield spaces
        double_parked hoot horn honk motor garage_door used_phone new_phone
        phone_plan mobile_plan contract_phone broken_screen cracked_screen backup
        printer_ink scanner headphones earphones speaker tv_licence
        streaming_service remote_control smart_watch smartwatch kindle e_reader
        gadget antivirus spam_calls cold_callers door_to_door
        unsubscribe_from_mailing online_order wrong_size store_credit gift_voucher
        gift_receipt price_match bargain haggle gratuity service_charge reservation
        cancel_a_reservation hair_colour hair_dye shave beard nail_polish perfume
        tattoo piercing manicure sunglasses contact_lenses hearing_aids
        gym_membership sports_club locker lost_wallet lost_keys lost_and_found
        pickpocket stolen_bike police_report witness small_claim debt_collector
        collection_agency reminder_letter overdue late_fee deposit_back
        cancel_my_gym cancel_my_contract power_of_attorney testament estate heirs
        inherited signed_over gift_tax property_tax tax_reasons tax_return tax_class
        child_benefit housing_benefit welfare_office job_seeker unemployment_benefit
        student_loan savings_plan piggy_bank pocket_money investing index_fund
        crypto bitcoin gold_coins overdraft_fee bank_charges joint_account
        standing_order emergency_fund household_budget cut_costs save_money
        saving_money cheap_flights school_gates skip_a_grade enrol enroll
        kindergarten_place schoolbag homework_help exam_board piano_teacher
        swimming_badge birthday_party party_bag clown bouncy housewarming
        house_warming host_gift hostess thank_you_note thank_you_gift wedding_gift
        wedding_list baby_shower baby_gift godparent_gift farewell_gift
        secret_santa_gift wrapping ribbon bouquet wreath grave gravestone cemetery
        cremation funeral_wear funeral_flowers mourning_card small_talk
        table_manners shake_hands first_name_terms be_late cancel_last_minute
        cancel_dinner uninvite overstay overnight_guest spare_bed kitten
        puppy_training litter litter_box dog_walker dog_sitter cat_sitter leash
        muzzle bark barking aquarium goldfish hamster guinea_pig rabbit parrot
        budgie tortoise flea fleas tick_bite ticks worms deworm vet_bill
        pet_insurance sick_cat limp rash itch itchy mosquito_bite bee_sting
        wasp_sting splinter blister bruise sprain sprained nosebleed hiccups
        sore_throat runny_nose fever temperature flu cough_syrup vitamin vitamins
        supplement supplements nasal_spray first_aid_kit eye_drops earplugs snore
        snoring jetlag siesta nap naps sleep_through crib_sleep teething pacifier
        potty_training diaper nappies emergency_number ambulance hotline
        poison_control another_patient wrong_letter misdelivered aeropuerto tren
        autobus equipaje pasaporte visado aduana reserva alquiler_de_coche aparcar
        aparcamiento multa taller neumatico movil telefono pantalla ordenador
        impresora auriculares pedido devolver devolucion cambio_de_talla peluqueria
        maquillaje perder_la_cartera denuncia testamento herencia impuestos hacienda
        declaracion banco cuenta_bancaria ahorrar invertir guarderia deberes
        invitacion regalar ramo funeral entierro gatito cachorro veterinario correa
        picadura fiebre tos gripe vitaminas ambulancia mala_educacion tarjeta_sim
        flughafen zug bahn gepack reisepass visum zoll buchen mietwagen parken
        parkplatz strafzettel werkstatt reifen handy telefon bildschirm rechner
        drucker kopfhorer bestellung zurucksenden rucksendung umtauschen friseur
        schminke brille_kaputt geldborse anzeige_bei erben steuer steuererklarung
        finanzamt bankkonto sparen kita hausaufgaben kindergeburtstag einladung_zum
        blumenstrauss trauerkarte beerdigung katzchen welpe tierarzt leine stich
        fieber husten grippe vitamine notruf hoflich unhoflich aeroport bagages
        passeport douane location_de_voiture garer parking amende garage pneu
        portable telephone ecran ordinateur imprimante casque commande retourner
        echanger coiffeur maquillage portefeuille plainte_contre heritage impots
        declaration compte_bancaire epargner creche devoirs offrir obseques
        enterrement chaton chiot veterinaire laisse piqure fievre toux vitamines
        urgence poli impoli
    """,
    "self": """
        myself about_myself to_myself with_myself inner_critic self_compassion
        self_esteem self_worth self_doubt* self_sabotag* self_aware* self_image
        imposter impostor people_pleas* perfectionis* younger_self older_self
        future_self old_self comfort_zone part_of_me parts_of_me kind_of_person
        who_i_am who_am_i what_i_want identity values i_always i_never i_keep i_tend
        i_notice i_noticed ive_noticed i_catch_myself i_find_myself i_realise*
        i_realize* ive_realis* i_used_to whenever_i every_time_i i_do_this
        i_only_ever i_say_yes said_no i_said_no saying_no saying_sorry say_yes
        mean_no my_behaviour my_behavior my_pattern fooling_myself be_myself
        boundaries habit_of biting_my_nails nails journaling journal diary reflect*
        look_at_that understand_how work_out_what see_in_me everyone_thinks
        everybody_says people_think they_laugh judged get_past let_go letting_go
        lose_my_temper snap_at i_snap switch_off mi_mism* conmigo_mism* a_mi_mism*
        autoestima diario me_pongo me_cuesta darme_cuenta me_quejo dejar_de_pensar
        mich_selbst mir_selbst selbstwert* selbstmitgefuhl selbstzweifel tagebuch*
        loslassen ich_werde_immer ich_sage abschalten schlechtes_gewissen ich_merke
        an_mir moi_meme estime_de_soi confiance_en_moi lacher_prise je_fais_toujours
        j_ai_tendance journal_de impossible_to_me i_chose i_choose i_keep_choosing
        in_every_room every_room who_id_be version_of_me the_real_me true_self
        inner_child my_shadow my_ego my_inner self_reflection self_discovery
        self_care me_time mental_health wellbeing inner_peace daily_question
        life_lesson lessons_i_learned signs_that_im my_talent strength_of_mine
        weakness_of_mine character_trait traits temper patience_with_myself
        take_everything_personally take_things_personally to_heart stop_taking
        stop_checking stop_comparing stop_worrying tomarme_todo conocerme quien_soy
        mi_caracter wer_ich_bin mein_charakter was_bedeutet_eigentlich an_mir_selbst
        zu_herzen qui_je_suis mon_caractere me_connaitre prendre_sur_moi role_i_play
        part_i_play the_part_i played_the always_the_one the_strong_one
        the_funny_one the_good_girl the_responsible_one people_see_me how_others_see
        reputation_as mask masks facade authentic authenticity honest_with_myself
        lie_to_myself talk_to_myself talking_to_myself self_talk self_respect
        self_esteem_low self_acceptance accept_myself love_myself loving_myself
        like_who_i punish_myself reward_myself push_myself_too limits_of_mine
        my_limits my_needs needs_of_mine neglect_myself lose_myself lost_myself
        find_myself finding_myself reinvent_myself change_myself outgrow outgrown
        old_story old_pattern old_wound old_fear childhood_of_mine raised_a
        raised_in raised_by grew_up upbringing my_upbringing like_my_mother
        like_my_father turning_into_my life_story look_back looking_back
        turning_point crossroads_in life_review ageing_and mortality legacy_of_mine
        bucket_list last_third second_half_of birthday_blues turn_fifty turn_forty
        turn_thirty turning_fifty turning_forty spiritual spirituality faith_of_mine
        believe_in_something belong belonging misfit outsider odd_one_out loner
        social_battery introvert_in recharge alone_time comfort_eating
        emotional_eating stress_eating nail_biting skin_picking hair_pulling
        overspending shopping_habit screen_habit doomscroll* phone_habit porn_habit
        gossip_habit lying_habit interrupting interrupt_people talk_too_much
        apologise_too_much apologising_for say_sorry over_explain overshare
        oversharing avoid_conflict avoiding_conflict conflict_averse restlessness_of
        perfection control_freak need_for_control need_to_control need_to_please
        being_needed being_liked approval validation seek_approval fear_of_missing
        fomo fear_of_failure fear_of_success fear_of_rejection where_it_started
        what_triggers_me whats_triggering explore_what quien_soy_yo mi_nina_interior
        mi_papel aceptarme quererme perdonarme exigente_conmigo compararme
        meine_muster meine_grenzen selbstakzeptanz selbstliebe selbstvertrauen
        mich_annehmen verzeihen_mir vergleiche_mich gemocht_werden rolle_in_der
        mes_limites m_accepter m_aimer me_pardonner me_comparer exigeante_avec
        vide_en_moi
    """,
    "feelings": """
        feel feels feeling feelings felt emotion* emotional mood guilt* shame
        ashamed embarrassed envy envious jealousy anger angry rage furious anxious
        anxiety worry worried worrying fear fears afraid scared frightened terrified
        panic* dread lonely loneliness alone restless empty emptiness numb blank sad
        sadness grief grieving cry crying cried tears overwhelm* stressed stress
        calm calmer confident confidence shy shyness blush* sensitive hurt heavy
        heaviness lost stuck fraud judged bitter resent* regret* longing homesick
        bored boredom thoughts thinking_about my_mind my_head inside body chest jaw
        stomach breathe breathing sleep asleep awake insomnia dreams dreaming
        midlife turned_forty turned_fifty older ageing mirror soul heart meaning
        purpose silence siento sentir sentirme triste tristeza miedo* ansiedad culpa
        verguenza rabia nervios* agotan agotad* vacio da_igual fuhle fuhlt gefuhl*
        traurig* angst* scham* wut wutend einsam* unruhig leer nervos unsicher*
        schame argere sens ressens honte peur peurs angoiss* colere triste* seul
        seule vide stress* anxieu* culpabl* fatigu* pince impatience impatient
        patience stern gentle exhausting exhausted drained weary peaceful content
        relieved relief disappointed disappointment frustrated frustration irritable
        irritated annoyed nervous tense tension tight stiff trembling shaky ache
        aching heartbeat overthink hopeless hopeful hope trapped suffocat* invisible
        unseen misunderstood worthless useless ridiculous awkward clumsy
        self_conscious insecure inferior superior compare_myself comparing_myself
        compared_myself instagram social_media possessive nostalgic wonder mourning
        miss_her miss_him melancholy gloomy low down_today like_crap flat numbness
        detached unreal resilience resilient trauma childhood when_i_was_small
        when_i_was_little rescued rescue rescuing counting checking_my_phone
        phone_every habit_loop scroll scrolling resiliencia a_pecho paciencia agobi*
        autocontrol soledad resilienz geduld genervt uberfordert hilflos gelassen*
        gelassenheit erschopft scham agace deborde impuissant serein serenite epuise
        mourn uneasy unease unsettled agitated jittery on_edge wound_up keyed_up
        burnt_out burned_out worn_down run_down wiped_out spinning racing_thoughts
        racing_heart knot_in lump_in butterflies goosebumps shiver sweating
        sweaty_palms palpitations breathless cant_breathe hyperventilat* crying_in
        tearful weepy sobbing choked_up bottled_up shut_down dissociat* zoned_out
        foggy brain_fog daydream fantasise yearning ache_for homesickness wistful
        sentimental tender touched moved_to grateful thankful blessed joyful joy
        happy happier happiness unhappy miserable despair helpless powerless
        ashamed_of embarrass_myself mortified humiliated guilty_for remorse
        self_hatred hate_myself hating_myself loathe disgusted ugly fat too_much_for
        not_enough good_enough enough_for imposter_feeling inadequate pathetic weak
        vulnerable vulnerability exposed naked defensive prickly touchy thin_skinned
        oversensitive empathic empath absorb_other suspicious distrust mistrust
        paranoid cynical pessimis* optimis* negative_thoughts negativity catastroph*
        what_ifs worst_case_thinking obsess* fixated compulsive ritualistic
        superstit* nightmares nightmare lie_awake wide_awake cant_switch wind_down
        unwind relax relaxing tension_in headspace quiet_mind inner_peace stillness
        present_moment grounded grounding breathwork body_scan meditation meditate
        meditar praised praise everything_is_too bright_and_loud felt_nothing
        feel_nothing i_feel_nothing je_ne_ressens feel_small bored_of_my excitement
        thrill tranquil* relajar* llorar llore lloro deprimid* estresad* estres
        preocup* inseguro insegura celos orgullo alegria feliz infeliz esperanza
        desesper* frustrad* frustracion meditacion respirar pesadilla insomnio
        entspann* beruhig* weinen geweint weine depri gestresst sorge sorgen
        eifersucht stolz freude glucklich unglucklich hoffnung verzweif* frust
        frustriert meditieren atmen albtraum schlaflos einsamkeit alleine uberreizt
        innere_leere innere_ruhe pleurer pleure pleurs deprime* stresse* inquiet*
        inquietude jalousie fierte joie heureux heureuse malheureux espoir desespoir
        frustre* mediter respirer cauchemar insomnie solitude ressentir
    """,
    "push": """
        motivat* pep_talk push_me nudge cheer cheer_me encourag* keep_going keep_at
        dont_give_up give_up giving_up not_give_up kick get_me_off get_me_moving
        get_me_going get_moving get_going get_started get_through make_me_put
        make_me_go through_the_door mantra* battle_cry rally rallying hype root_for
        rooting_for in_my_corner believe_in_me you_can_do_it push_through
        power_through willpower discipline lazy laziness procrastinat* avoid_it
        hiding_in lose_steam losing_steam run_out_of_steam back_on_track off_track
        finish_anything finish_line finally unstoppable couch off_the_sofa sofa
        out_of_bed in_bed bring_myself get_myself dont_want_to dont_feel_like
        cant_be_bothered wont_walk company_while stand_next_to lend_me strength
        say_something say_that say_i somebody_to_say someone_to_say need_someone_to
        need_somebody_to small_wins my_wins handed_it_in i_did_it proud courage
        brave nerve losing_my_nerve shout discouraged hopeless exhausted worn_off
        rendir* animo animos motivacion levantarme fuerzas ganas empujon aufmunter*
        mut durchhalten motivier* motivation aufraffen ansporn* anfeuern dranbleiben
        encourage* motiv* tenir_bon me_lever sortir_du_lit baisser_les_bras
        coup_de_pied get_up get_up_at be_stern be_strict kick_me be_my_cheerleader
        cheerleader be_my_coach hold_me_accountable accountability drill_sergeant
        tough_love stick_to stick_with stay_on stay_strong hang_in hold_on_until
        hold_out resist temptation craving cravings cupboard slump afternoon_slump
        afternoon_low energy_for focus concentrate distraction distracted
        instead_of_working instead_of_writing blank_page writer_s_block halfway_mark
        give_in caved fridge_at_midnight on_the_fridge on_my_mirror reward
        myself_moving momentum spark fire_in vision_of_success celebrate_small
        made_it_through frase_para animarme animate venga constancia pereza
        motivationsspruch spruch_fur tritt_in arschtritt schweinehund
        dran_zu_bleiben faul mut_mach* phrase_pour motive_moi secoue_moi flemme
        paresse perseverer pumped pumped_up psyched fired_up get_psyched adrenaline
        reason_to reason_not_to instead_of_scrolling broke_my_streak missed_a_day
        skipped_a_day falling_behind slipping slacking slack_off drag_myself
        dragging_myself force_myself forcing_myself trick_myself talk_myself_into
        bribe myself_to start_again starting_again start_over begin_again
        get_back_to get_back_into back_into_it pick_myself pick_up_where
        one_more_time one_more_push last_push final_push final_stretch home_stretch
        last_stretch last_metre last_mile almost_there nearly_there so_close
        not_far_now two_to_go to_go hold_my_hand keep_me_company cheer_squad
        fan_club applause well_done good_job you_got_this i_got_this proud_of_you
        celebrate_with_me commentator champion champions victory win_this winner
        rocky_music marching orders commander captain_speech general_speech warrior
        battle fight_song anthem_for stern_word gentle_word kind_word
        word_of_encouragement quote_for quotes_for inspiring_quote inspirational
        inspire_me fire_me_up wake_me_up shake_me sparks no_energy no_drive
        zero_motivation zero_energy cant_start cant_get_started glued_to_the
        staring_at stare_at hide_under study_alone studying_alone studying_for_the
        stick_it_out endure endurance grit resilience_for perseverance persist
        persistent motivado motivada motivarme constante seguir_adelante
        no_abandonar levantarse empezar_de_nuevo desmotivad* motiviert motiviere
        weitermachen nicht_aufgeben aufstehen anfangen_kann wieder_anfangen antrieb
        antriebslos lustlos motivee rester_motive continuer ne_pas_abandonner
        se_lever recommencer demotiv* etudie_seul
    """,
    "effort": """
        marathon race run running runner exam exams finals audition* driving_test
        test_tomorrow swim swimming thesis dissertation chapter chapters chemo*
        streak diet no_sugar smoking cigarettes sober clean_days clean relapse* gym
        workout cardio leg_day training coach crutches rehab_exercises cold_shower*
        cold_showers deadline_tomorrow marking tax_return inbox failed fail failing
        rejected rejection* fourth_time tomorrow_morning tomorrow halfway last_hour
        day_one athletes crossed dieta gimnasio examen maraton dejar_de_fumar diat
        prufung zahnarzt fitnessstudio rauchen regime permis concours salle_de_sport
        manuscript essay_due paper_due homework_due assignment marking_pile
        dishes_pile ironing_pile taxes_due moving_boxes test_results
        interview_tomorrow surgery_tomorrow dentist_tomorrow first_day_without
        day_without without_wine without_alcohol without_sugar without_smoking
        no_alcohol dry_january sugar_free detox fasting lose_weight losing_weight
        weight_loss kilos pounds steps_a_day cold_turkey swim_exam klausur
        half_marathon triathlon tournament match final_match competition
        performance_tonight stage_fright big_day recovery_day pages_written
        word_count chapter_done essay term_paper homework_pile revision revising
        mock_exam oral_exam final_exam bar_exam entrance_exam job_test driving_exam
        audition performance recital stage debut premiere tryout qualifiers relay
        cup_final penalty goal_line personal_best finish_time five_k ten_k ultra
        cycling_race summit hike_up steep_bit plateau plateaued scales belly_fat
        intermittent keto vegan_month smoke_free nicotine vape vaping alcohol_free
        hangover_free detoxing screen_free phone_free social_media_break early_riser
        wake_at_five cold_water ice_bath physio_exercises rehab_session
        first_session crutch prosthesis wheelchair_race dialysis_day scan_results
        biopsy_results waiting_for_results tax_papers paperwork cleaning_day
        spring_cleaning ironing washing_up washing_pile garage_clear clear_out
        unpacking
    """,
    "learning": """
        learn learns learned learnt learning beginner* skill skills lesson lessons
        course courses class classes study studies studying studied theory_exam
        certificate* certification degree school practice practise practising
        practicing vocabulary grammar german spanish english french italian
        portuguese python coding programming code guitar piano violin instrument
        instruments drawing draw paint_classes chess_lessons singing dance dancing
        swim_lessons touch_type read_aloud reading_plan mentor tutor teach_myself
        improve improving improvement get_better become_calmer goal goals smart_goal
        realistic_goal milestone* progress checkpoints stages build_up build_that_up
        habit habits routine routines new_habit fit get_fit 5k 10_km kilometres
        level beginner aprender aprendo aprende estudiar estudio curso cursos
        formacion clases idioma* habilidad* metas objetivos oposicion* desde_cero
        lernen lerne lernst gelernt kurs weiterbildung ausbildung meister*
        umschulung zeichnen sprache* uben ubung* gewohnheit* ziele frei_sprechen
        von_null stufen apprendre apprends apprentissage formation cours competence*
        langue* nager objectif* reconversion debutant* parcours sql excel
        spreadsheet data_science typing ski skiing climb climbing yoga pilates
        boxing judo karate tennis football basketball golf horse_riding sailing surf
        surfing skate skating knit knitting crochet sew_course pottery painting
        photography calligraphy cooking_class bake_bread baking_course chess
        bridge_course poker magic_tricks juggling singing_lessons choir_lessons
        saxophone cello drums_lessons ukulele flute trumpet accordion novel novella
        write_a_book writing_course blog_course public_speaking speak_in_public
        presenting presentation_skills negotiate negotiation_skills delegate_better
        time_management touch_typing speed_reading memory_training maths math
        physics chemistry biology history_course philosophy psychology_course
        chinese japanese russian arabic dutch swedish norwegian sign_language latin
        greek b1 b2 c1 toefl ielts gmat driving_theory licence_theory first_aid
        coding_bootcamp masters evening_school night_school open_university mooc
        tutorial tutorials textbook textbooks exercises exercise_book flashcards
        spaced_repetition pull_ups push_ups squats plank stretching stretch
        marathon_training couch_to_5k month_of_practice hours_of_practice
        of_practice too_old learn_first practicar guitarra practica tocar
        escribir_un_libro ajedrez natacion esquiar gitarre klavier schwimmen
        stricken malen ubungsstunden schach skifahren guitare dessin dessiner
        natation tricot echecs progression m_entrainer entrainement
        deliberate_practice pace_myself pacing bookkeeping accounting_course
        correspondence_course distance_learning distance_course library_course
        community_college adult_education vocational training_budget seminar
        seminars webinar webinars masterclass boot_camp coach_training
        trainer_licence instructor driving_lessons flying_lessons dance_class
        language_class language_exchange tandem tandem_partner conversation_practice
        pronunciation accent fluent fluency bilingual words_a_day reading_list
        reading_habit writing_habit morning_pages blog_regularly podcasting
        video_editing photo_editing web_design graphic_design ux_design
        data_analysis statistics_course machine_learning chatbots_course
        powerpoint_skills public_speaker toastmasters rhetoric storytelling_skills
        debate small_talk_skills social_skills communication_skills
        leadership_skills assertiveness conflict_skills negotiation_training
        memory_technique mnemonics concentration study_technique exam_technique
        note_taking speed_typing handwriting lettering watercolour watercolor
        oil_painting sculpture woodwork carpentry_course welding sewing_machine
        dressmaking upholstery gardening_course beekeeping bee_keeping baking_skills
        knife_skills wine_course barista_course sommelier first_aid_course lifeguard
        diving_licence scuba swim_stroke freestyle backstroke deep_water front_crawl
        rowing kayak kayaking canoe ice_skating snowboarding cross_country
        bouldering gymnastics handstand splits flexibility core_strength
        strength_training weight_training resistance_bands interval_training
        running_plan base_training heart_rate_zone recovery_run rest_days
        longer_ride tennis_serve golf_swing ballet tango salsa harmony music_theory
        sight_reading chords strumming fingerpicking bass_guitar drum_kit
        choir_audition vocal_range voice_training flute_practice improvisation
        grammar_book aprender_ingles aprender_a_ nadar correr_al_mes meta_realista
        dibujo costura ceramica programacion certificado idioma practicarlo entrenar
        entrenamiento rutina habito mejorar_mi englisch_lernen schwimmen_lernen
        wasser_angst tauchen zeichenkurs nahen topfern programmieren zertifikat
        fuhrerschein_machen trainieren training_fur verbessern besser_werden
        fortschritt wortschatz vokabeln apprendre_l_anglais plongee couture poterie
        programmer certificat s_entrainer entrainer ameliorer m_ameliorer progres
        vocabulaire
    """,
    "plan": """
        plan plans planning schedule* timetable roadmap programme program curriculum
        week_by_week month_by_month by_month per_day a_day per_week a_week hours_a
        minutes_a from_now_till by_christmas by_summer by_october by_autumn by_june
        by_spring by_easter in_six_months in_nine_weeks months_from half_a_year
        quarter quarters weekly monthly step_by_step first_step steps phases stages
        build_me plan_me set_me_up swap lighter fewer rest_day bad_days free_day
        break_that_into plan_de un_plan semanas por_semanas meses etapas pasos
        lernplan zeitplan trainingsplan wochen monaten schritte stufen semaines mois
        etapes progression training_schedule twelve_week eight_week four_week
        six_week weekly_goal plan_starts the_plan my_plan your_plan autumn_plan
        start_with_only in_march_and programme_with programme_for week_two_you
        annual_plan training_plan change_a_training
    """,
    "enterprise": """
        business businesses company companies startup start_up shop store salon cafe
        bakery brewery campsite cinema practice workshop studio vineyard farm museum
        gallery franchise wholesale retail freelance_business turnover revenue
        profit* margin* customers regulars clientele visitors anglers investor*
        supplier* market markets niche competit* competitor* co_founder cofounder
        founder* owner owners own_shop own_business self_employed lease premises
        storefront counter sublet pricing hire_staff payroll bookshop association
        club clubs choir cooperative co_op coop orchestra theatre_group parish
        charity non_profit ngo foundation volunteers volunteer members membership
        sponsor* fees committee board chess_club library grants funding fundrais*
        festival negocio tienda clientes asociacion furgoneta socios libreria
        geschaft laden unternehmen verein* mitglieder vorstand kunden kleingarten*
        entreprise commerce boutique librairie clients asso adherents troupe
        publishing_house publisher driving_school language_school dance_school
        yoga_studio parish_hall hall community_centre town_hall chain the_chain
        franchisee subsidiary branch branches warehouse factory farm_shop stall
        market_stall food_truck online_shop webshop etsy agency our_agency law_firm
        consultancy my_practice tax_adviser accountant_says fees_a_year leasing
        wages overheads cash_flow break_even investors bank_loan credit_line
        insolvency bankruptcy partners shareholders family_business succession
        successor handover employees our_employees hire_somebody hire_someone
        big_house bigger_house swallow take_over takeover acquire sponsors donors
        donation donations grant subsidy public_money audience ticket_sales
        subscribers followers newsletter_readers brand rebrand product_line
        our_product our_service simulators equipment inventory stock opening_hours
        closing_down shut_down escuela autoescuela cooperativa ayuntamiento_nos
        feria fahrschule buchladen gasthof handwerksbetrieb familienbetrieb
        skalierung firmen genossenschaft auto_ecole mairie salle_des_fetes
        tailor_shop sales in_sales orchard cider cidery winery distillery mill dairy
        cheese_dairy pub inn guesthouse bed_and_breakfast glamping holiday_homes
        riding_school stables kennel surf_school music_school driving_instructor
        carpentry joinery printing_shop print_shop flower_shop florist barber_shop
        hair_salon beauty_salon nail_salon tattoo_studio fitness_studio dance_studio
        recording_studio record_label record_shop bike_shop toy_shop antique_shop
        second_hand_store hatch kiosk coffee_cart food_stall catering_company
        event_agency travel_agency translation_agency ad_agency design_agency
        software_house saas app_startup marketplace subscription_box_business
        newsletter_business youtube_channel podcast_network online_course_business
        coaching_business consulting_business therapy_practice dental_practice
        law_practice vets_practice care_service nursing_service cleaning_company
        moving_company taxi_company haulage logistics_firm import_export
        wholesale_business manufacturer machine_shop supplier vendors distributors
        dealers retailers concession permits own_boss be_my_own_boss my_own_boss
        side_hustle gig_income niche_product target_group target_audience
        customer_base loyal_customers footfall queues waiting_list price_increase
        raise_prices raise_our_prices undercut discounting loss_leader ad_spend
        marketing_budget social_media_marketing seo website_traffic conversion
        word_of_mouth referral referrals reviews_online google_reviews scout
        scout_group rowing_club sports_club football_club tennis_club sailing_club
        theatre_company drama_group brass_band community_garden neighbourhood_group
        neighbourhood_initiative food_bank soup_kitchen shelter animal_shelter
        museum_society historical_society parents_council school_board
        church_council parish_council village_hall community_shop energy_cooperative
        housing_cooperative housing_project commune panaderia autonomo autonoma
        facturacion socio ventas clientela proveedores bodega finca casa_rural
        huerto schneiderei obsthof weingut brauerei gasthaus hof_laden hofladen
        reitschule verlag agentur_von selbststandig selbstandigkeit umsatz
        kundschaft lieferanten genossen initiative vignoble verger cave brasserie
        auberge gite atelier maison_d_edition agence fournisseurs clientele_fidele
        benevoles
    """,
    "direction": """
        strateg* swot north_star blue_ocean* mission vision business_plan
        business_model value_proposition market_share go_under goes_under long_term
        next_five next_ten next_three next_decade coming_decade coming_years
        next_few_years over_the_next ten_years five_years fifteen_years in_ten_years
        in_five_years years_ahead years_from_now couple_of_years direction
        directions which_direction pivot expand* scale growth growing grow_or merge
        diversify speciali* exit_plan close_in specialise future sell_or paths
        routes roadmap_for where_should_this who_should_we be_for kpi* okr*
        go_to_market first_mover estrateg* competencia ventaja_competitiva
        anos_vista a_cinco proximos_anos especializarme strategie* richtung
        nachsten_jahre wettbewerb* langfristig zukunft strategi*
        avantage_concurrentiel concurren* un_cap cap annees dans_dix_ans
        dans_cinq_ans viser business_model_canvas canvas scaling market_entry
        years_after life_chapter new_chapter second_half_of_life big_picture
        long_view legacy positioning unique_selling differentiation roadmap_for_the
        reinvent transformation restructure_the sustainable_growth stay_small
        hobby_or shrink double_down all_in phase_out exit roads each_road each_path
        where_would_each escalar expansion rumbo a_largo_plazo langfristig_gesehen
        skalierung ausrichtung weiterentwick* zukunftsplan a_long_terme orientation
        developpement_de l_avenir_de tactics difference_between_tactics
        diversification diversify_into keep_doors_open doors_open twenty_years
        ten_years_from thirty_years future_of_the future_of_our reason_for_being
        raison_d_etre guiding_principle guiding_star core_values manifesto_of
        turnaround growth_path growth_strategy exit_strategy succession_plan
        three_year_plan five_year_plan ten_year_plan life_plan life_direction
        life_goals_for sabbatical emigrate emigrating move_abroad leave_the_city
        downshift downsizing early_retirement semi_retire diversificacion
        plan_a_largo tactica vision_de_futuro proxima_decada diversifikation taktik
        funf_jahre zehn_jahre zukunft_des ausrichtung_des fortbestand tactique
        transmettre_mon avenir_du
    """,
    "fiction": """
        novel fairy_tale* bedtime_story limerick shanty ghost_story short_story
        main_character crime_novel sci_fi fantasy dungeons tavern role_play roleplay
        improv panto villain monologue dragon robot pirate wizard detective ghost
        kingdom haiku compose lyrics character characters plot scene marchen
        gedicht_uber krimi drache cuento poema personaje conte personnage heros
        screenplay thriller thieves murder kidnapp* vampire zombie alien space_ship
        spaceship unicorn princess prince knight magic witch bear that_dreams
        talking_animal november short_poem first_page write_the_scene opening_scene
        lullaby quarry space_story pirate_story mermaid fairies elf elves goblin
        troll castle narrator chapter_one prologue epilogue poem_for_nobody
    """,
    "trivia": """
        capital_of world_cup who_won who_invented how_tall how_high how_far_is
        how_big population recommend_a a_film film_for movie* series_on song_to
        podcast* the_weather weather_like whats_the_weather time_is_it what_day joke
        jokes tell_me_a_joke riddle_me asdf* test_test testing fun_fact
        que_tiempo_hace capital_de pelicula chiste wie_hoch hauptstadt witz
        wetter_in quel_temps capitale blague meteo who_wrote who_painted
        who_composed what_year which_year when_did how_old_is president_of king_of
        tallest longest fastest planet planets moon ocean history_of translate
        translation synonym convert timezone recommend_me book_recommendation
        good_book film_tonight series_tonight playlist percent_of square_root
        divided_by multiplied plus_minus calculate calculation convert_to miles_in
        celsius_in grams_in capital_city distance_from population_of fun_facts
        random_fact
    """,
    "despair": """
        end_my_life ending_my_life end_it end_it_all kill_myself killing_myself
        kill_me kms want_to_die wanna_die wants_to_die dont_want_to_be_alive
        dont_want_to_live not_be_alive suicid* matarme quitarme_la_vida
        acabar_con_mi_vida no_quiero_vivir nicht_mehr_leben umbringen
        das_leben_nehmen abschiedsbrief en_finir me_tuer envie_de_mourir
        envie_de_vivre mettre_fin me_suicider self_harm cutting_again cut_myself
        hurt_myself no_reason_to_live goodbye_letters written_the_letters
        goodbye_message without_me wasnt_here wasnt_around not_around wont_need
        giving_away gave_away giving_my too_much before_i_go not_wake_up never_wake
        no_longer_here no_despierto pills overdose decided_to_die want_to_disappear
        disappear_for_good not_in_it im_next says_im_next going_to_hurt hits_me
        hit_me_again beats_me beating_me knife gun weapon strangl* choke* bleeding
        swallowed tablets jump_off on_the_roof goodbye_to_everyone stopped_eating
        cant_go_on no_way_out ending_it ending_it_today for_good_now locked_the_door
        no_more locked_me hits_the shoots_me he_will_kill
    """,
    "greeting": """
        hi hey heyy* hello hiya hola hallo bonjour bonsoir salut coucou yo
        good_morning good_evening good_night goodnight night_night guten_abend
        guten_tag guten_morgen gute_nacht buenos_dias buenas_noches buenas
        bonne_soiree bonne_nuit thanks thank_you thx tysm ty danke merci gracias bye
        goodbye see_you see_ya ciao adios hasta_luego tschuss how_are_you talk_later
        you_there sleep_well cool perfect nice_to_meet_you will_do thanks_again
        bye_for_now ok_bye catch_you_later im_back have_a_nice morning evening_coach
        a_demain hasta_manana bis_morgen see_you_tomorrow travel_safely good_day
        have_a_good
    """,
    "thinking": """
        decide decides decided deciding decision choose choosing choice pick weigh
        compare comparing judge evaluate assess rank rate score consider considering
        figure_out find_out work_out sort_out understand understanding know_which
        know_if know_whether tell_whether tell_if see_which see_through distinguish
        notice explain explains make_of make_up_my_mind my_mind_up reason reasons
        cause causes because_of behind underneath pattern patterns thread threads
        connection difference_between_these evidence sign signs signals theory
        explanation meaning_of matter matters approach handle_it go_about look_at_it
        look_at_this look_honestly think_about think_through think_it agree_on
        settle balance fair unfair smart smarter smartest sensible reasonable wise
        wiser worth risk risks risky safe_bet consequence consequences outcome
        outcomes downside cost_me costs_me gain lose loses price_of trade condition
        conditions criteria criterion option options alternative scenario road path
        route routes long_view long_run in_the_end step_back perspective angle
        honest_look argument arguments speaks_for for_and_against leave_us leaves_us
        leads_to end_up drive drives driving_me happen_to_me happens_to_me
        what_that_says actually_want really_want truly different_about differently
        learn_from_that decidir elegir elijo distinguir distingo entender valorar
        sopesar razon causa conviene riesgo diferencia sentido_tiene entscheiden
        entscheidung wahlen verstehen herausfinden erkennen erkenne abwagen
        unterschied grund ursache sinnvoll vernunftig eigentlich decider choisir
        comprendre distinguer savoir_si raison risque difference raisonnable demeler
        reagir worth_and traps pitfalls trap catch_in red_flag red_flags gamble
        gut_feeling my_gut regret_it wont_regret not_regret reach_a_decision
        reached_a_decision make_the_call judgement_call tough_call hard_call
        close_call lean_towards leaning_towards inclined hold_back_from jump_or leap
        afraid_of_in in_return bargaining position_in prepare_for_the
        innocent_explanation take_seriously read_too_much reading_too_much overreact
        overreacting misread misjudge recognise_it recognize_it how_can_i_tell
        how_do_i_tell sentiment worth_it_and whats_its_worth stand_to_lose
        stands_to_lose rumours what_im_not not_thinking_of line_to_draw good_line
        square_this close_off closing_doors without_closing choisir_une contrecoup
        antes_de_decidir ob_ich woran_merke choisir_entre
    """,
    "making": """
        write writing compose invent create craft make_up come_up think_up dream_up
        cook_up draft rewrite rephrase reword narrate describe turn_into turn_this
        turn_it imagine pretend design devise improvise rhyme announce perform
        recite read_aloud say_at give_voice voice_of point_of_view in_the_style
        dress_up build_or spin sketch escribe escribir inventa crea imagina componer
        redacta schreib schreibe schreiben erfinde erfinden ausdenken dichte
        anstellen basteln ecris ecrire invente cree raconte describe_the describe_my
        describe_me paint_me paint_a_picture picture_in_words put_into_words
        a_few_words few_words_for words_for_the inscription engrave engraving
        make_it_more make_it_rhyme as_though in_verse in_rhyme in_prose one_page
        first_page opening_minute first_minute closing_line closing_words
        read_it_out read_out_loud perform_it make_up_some ayudame_a_inventar
        denk_dir dichten reimen inventer_des
    """,
    "genres": """
        poem poems verse rhyme limerick haiku song lyrics shanty ballad story tale
        fable fairy myth legend scene screenplay script page dialogue monologue
        speech toast eulogy obituary tribute laudatio vows sermon opening beginning
        ending intro introduction welcome farewell announcement invitation letter
        postcard card note post caption slogan tagline motto headline bio blurb
        title titles name names nickname nicknames label labels pun puns joke jokes
        riddle riddles metaphor metaphors image images ritual ceremony mantra
        mantras chant spell prayer blessing quiz sketch character villain backstory
        flavours themes theme activity activities game games prank pranks surprise
        surprises costume costumes challenge challenges excuse excuses poema cuento
        historia discurso carta titulo titulos lema nombre nombres apodo apodos
        chiste adivinanza gedicht marchen geschichte rede brief titel namen
        spitzname witz ratsel spruch poeme conte histoire discours lettre titre
        titres devise nom noms surnom blague devinette mot lullaby spooky ghost
        rounds house_rules_funny ring_inscription parody satire epitaph telegram
        diary_entry press_release newspaper_article news_report weather_report
        horoscope fortune_cookie recipe_for_happiness user_manual personal_ad
        lonely_hearts product_description menu_in_verse cocktail_names
        book_club_name band_name wifi_name group_name treasure_hunt scavenger
        advent_calendar calendar_motto crossword party_game farewell_game
        wedding_game parlour_game memory_game outing day_trip_idea rally puppet_show
        play_for_children nana leyenda coctel_nombre fiesta_tema wiegenlied sage
        hochzeitsspiele schnitzeljagd spiel berceuse legende jeu chasse_au_tresor
    """,
    "amusement": """
        funny fun witty playful silly silliness cheeky quirky weird odd crazy wild
        creative original surprising unexpected imaginative whimsical poetic
        theatrical clever catchy unusual unlikely unconventional outrageous
        ridiculous absurd hilarious giggle laugh laughs smile humour humor dry sting
        solemn warm tender soppy cheesy cliche cliches bold grand not_boring
        anything_goes divertido gracioso loco verruckt verruckter witzig lustig
        originell frech drole rigolo fou insolite daft daftest gory charming charm
        self_deprecating irony ironic sarcastic sarcasm tongue_in_cheek deadpan
        black_humour slapstick over_the_top kitsch cute adorable tasteful elegant
        poignant tear_jerker bittersweet uplifting no_clich* memorable unforgettable
        something_special something_different something_unique ungewohnlich*
        ungewohnliche originelle besonderes inhabituel* insolites
    """,
    "quantity": """
        some_ideas few_ideas a_few a_bunch bunch handful dozen half_a_dozen loads
        lots plenty as_many list_of list several ten_names five_ways more_like
        more_of_those five_more another_one any_thoughts thoughts any_suggestions
        suggestions ideas idea what_could_we what_could_i what_else things_to
        ways_to unusual_ways sugerencias ideen vorschlage idees diez dix zehn
        some_options a_handful think_of_some
    """,
    "limits": """
        only without until till by_next by_may by_summer by_christmas no_more_than
        at_most maximum minutes half_an_hour hour hours evenings evening_a nights
        weekends mornings every_second every_other days_off rest_day free_day budget
        no_budget deadline given_that considering keeping_in_mind
        taking_into_account takes_into_account around_my so_that not_more_than
        can_only week_by_week month_by_month step_by_step small_steps stages checks
        checkpoints rule_for build_me build_something break_it_down break_that_down
        set_up set_something twelve_weeks eight_weeks six_weeks four_weeks
        three_months six_months nine_weeks eleven_months eighteen_months half_a_year
        alongside besides_work full_time_job small_child knee wrist sin_quemarme
        hasta solo_tengo minutos semanas por_semanas meses sin ohne bis_zum
        nur_dienstags nur minuten wochen monaten neben_vollzeit damit sans d_ici
        jusqu seulement semaines mois semaine_par_semaine demi_heure progression
        with_breaks pace_myself wrist_fragile at_the_weekend only_at_weekends
        task_a_week on_days_when days_when_i from_now_to from_now_until by_the_time
        in_four_months in_three_months in_six_weeks within_a_year bus_ride
        three_hours two_hours four_hours hour_a_day hour_a_week twice_a_week
        once_a_week three_times_a_week fin_de_semana dos_horas am_wochenende
        zweimal_die_woche halbes_jahr le_week_end
    """,
    "service": """
        account accounts credits credit_balance subscription subscribe unsubscribe
        trial premium tier upgrade downgrade plan_change yearly_instead
        monthly_instead pay_yearly pay_monthly paypal card_payment payment payments
        invoice receipt refund charged charge billing billed price pricing discount
        coupon voucher_code free_messages messages_per messages chat chats
        conversation conversations reply replies response answer_me answered_me app
        website page button screen settings notification notifications email_on
        log_in login logged password reset reset_it username sign_up signed_up
        register registered delete deleting export download history saved stored
        store save data privacy private confidential anonymous encrypted secure
        server servers gdpr third_party share_with read_this reads_this see_this
        sees_this visible model models ai bot human robot machine chatgpt gpt
        someone_typing typing coach_real real_coaches growthplus api key own_key
        better_button get_better limit limits quota cancel renew auto_renew renewal
        support contact_you company_behind this_app this_service this_site use_this
        version feature features language_settings reload loading error crashed
        interrupted slow out_of_credits ran_out cuenta creditos suscripcion
        conversaciones mensajes privadas privados datos contrasena tarjeta pagar
        aplicacion modelo konto guthaben abo abonnement gesprache nachrichten daten
        passwort bezahlen gespeichert mitlesen datenschutz compte donnees
        mot_de_passe payer resilier recuperer confidentiel runs_out run_out
        my_credits credits_run for_the_trial other_chats my_chats a_human_instead
        talk_to_a_human human_instead speak_to_a_human a_real_coach vrai_coach
        echter_coach real_therapist bad_answer wrong_answer report_a
        report_an_answer bigger_model use_a_bigger always_use card_ending
        cancel_anytime cancel_whenever quit_anytime cancelar_cuando handy_app
        app_fur en_el_movil how_is_growthplus your_servers your_data feedback_on_an
        thumbs_up thumbs_down star_rating
    """,
    "somebody": """
        he she him her his hers hes shes himself herself hed shed hell er ihn ihm
        ella elle lui
    """,
    "money": """
        money cash cost costs price prices pay pays paid paying earn earns earned
        owe owes rent salary wage wages income euros euro pounds dollars quid bucks
        expensive cheap cheaper afford budget savings saved save debt debts loan
        loans bank mortgage pension tax taxes fee fees bill bills inherit*
        inheritance profit turnover netto brutto geld miete lohn kredit schulden
        rente dinero alquiler sueldo prestamo deuda* ahorros hipoteca argent loyer
        salaire pret dette* epargne retraite interest percent
    """,
    "illness": """
        doctor gp hospital clinic therapist therapy diagnosis diagnosed illness ill
        sick operation surgery treatment medication pills pain cancer depression
        anxiety disorder symptoms nurse physio rehab arzt krankenhaus therapie krank
        krankheit medico terapia enfermedad medecin hopital maladie malade
    """,
    "asking help": """
        tips tip advice help how_do_i how_can_i how_should_i what_do_i what_should_i
        best_way what_can_i whats_the_best is_it_ok is_it_normal can_i should_i
        wie_kann_ich was_kann_ich wie_bekommt como_puedo que_hago comment_faire
    """,
    "I am": """
        i_am im i_was ive i_have ich_bin ich_habe soy estoy tengo je_suis j_ai
    """,
    "mind": """
        believe believed hope hoped hoping wish wished wishing want wanted wanting
        hate hated need needed miss missed missing remember remembered forget forgot
        forgotten wonder wondered wondering imagine imagined pretend pretended avoid
        avoided avoiding hide hid hiding admit admitted confess realise realised
        realize realized notice noticed noticing recognise recognised expect
        expected expecting dream dreamed trust trusted doubt doubted doubting
        suspect suspected regret regretted care cared mind minded dread dreaded
        enjoy enjoyed enjoying like liked dislike prefer preferred crave longing
        sense sensed guess guessed supposed suppose seem seems seemed mean meant
        choose chose chosen deserve deserved allow allowed dare dared manage managed
        matter mattered mattering ought inside head heart gut soul conscience creo
        espero deseo quiero odio necesito recuerdo olvido imagino evito noto parece
        prefiero glaube hoffe wunsche will hasse brauche erinnere vergesse vermeide
        merke scheint mag crois espere souhaite veux deteste besoin souviens oublie
        evite remarque semble aime
    """,
    "telling": """
        say said saying says tell told telling tells ask asked asking asks answer
        answered answering reply replied call called calling calls ring rang phone
        phoned text texted texting write_back wrote written speak spoke speaking
        spoken talk talked talking mention mentioned explain explained thank thanked
        promise promised suggest suggested offer offered invite invited refuse
        refused agree agreed disagree disagreed complain complained whisper
        whispered shout shouted joke joked laugh laughed listen listened interrupt
        interrupted introduce introduced announce announced confront confronted
        admit lie lied warn warned praise praised congratulate congratulated
        criticise criticised blame blamed accuse accused beg begged discuss
        discussed negotiate conversation message letter call_back digo dice dicen
        dijo decir contar contarle preguntar pregunta contesto responder llamar
        llama hablar hablo hablamos explicar prometer invitar felicitar sage sagt
        sagen sagte erzahle erzahlt erzahlen frage fragt fragen antworte antwortet
        antworten rufe ruft anrufen reden redet spricht sprechen schreibt erklaren
        versprochen einladen dis dit dire disait raconte raconter demande demander
        reponds repond repondre appelle appeler parle parler explique expliquer
        promis inviter feliciter
    """,
    "handling": """
        put take_off wash dry cut carry move lift open close shut switch turn_off
        plug hang fold pack unpack throw_away pour fill empty wipe sweep dig plant
        water cook boil heat cool wear wearing dress store keep_fresh remove get_off
        get_out get_rid clean replace install assemble paint glue screw measure
        weigh_the_food park drive ride book order return pick_up drop_off deliver
        collect sign register split_the_bill share lend borrow buy sell give_away
        feed walk brush trim poner quitar lavar secar cortar llevar abrir cerrar
        colgar tirar limpiar arreglar usar comprar pagar pedir legen nehmen waschen
        trocknen schneiden tragen offnen schliessen hangen wegwerfen entfernen
        entferne benutzen kaufen bezahle bestellen mettre enlever laver secher
        couper porter ouvrir fermer accrocher jeter nettoyer utiliser acheter payer
        commander
    """,
}
