"""Words about this product: money, account, privacy, models, limits."""

SHELVES = {
    "product": """
        how does this work | how does it work here
        how does this site/app/service work
        wie funktioniert das hier | wie funktioniert das | como funciona esto
        comment ca marche | what can you help | what can you do for me
        c est gratuit | est ce gratuit | ist das kostenlos | es gratis | is it free
        is this free | is it for free | wer bist du | quien eres | qui es tu
        qui etes vous | who are you | what are you exactly | is this an ai
        is it an ai | hier kostenlos | das kostenlos | ^cuanto cuesta ?
        ^was kostet das ?
        ^combien ca coute ? | ^how much is it ? | ^how much does it cost ?
        growthplus | growth plus | api key | api keys | own key | api schlussel
        clave de openai | clave api | cle api | cle openai | better response
        better button | better answer button | credits | creditos | guthaben
        probeguthaben
        free trial | trial version | trial period | trial and the | free version
        free plan | free month | free tier | paid plan | paid version | paid one
        the paid | premium | pro version | student discount | promo code
        voucher code | gift code | annual plan | monthly plan | yearly plan
        family plan
        are you (really/actually) (a/an) (real) human/real/bot/robot/machine/
        ai/person/computer/program/chatgpt/gpt/claude/therapist/psychologist/
        doctor/alive/sentient/listening
        are there (real) people/humans/coaches/persons | real coaches
        am i (really) talking/chatting/speaking/writing/texting with/to
        who am i talking to | is there a (real) human/person
        is this a bot/human/robot/person/machine/real | is anyone reading
        is somebody reading | other users | another user
        bist du .. mensch/maschine/bot/roboter/ki/echt
        sind sie .. mensch/maschine/bot/roboter/ki/echt
        eres (una/un) (persona/humano/humana/maquina/robot/bot/ia)
        es tu (un/une) .. humain/humaine/robot/machine/personne/ia
        etes vous .. humain/robot/machine/ia/personne
        which/what (ai/language) model* | which ai | what ai | language model
        bigger/larger/small/smaller/stronger/better/large/local model/models
        chatgpt | gpt | openai | llm | llama | mistral
        delete/export/download/erase/remove/clear/recover/save/print/share/
        copy/search/rename/archive .. (my/all/the/a/one/this/these) (whole/
        old) chat/chats/conversation/conversations/history/messages/data
        delete/close/deactivate/remove/share/merge/open my/the/one/an account
        your app | ios app | android app | an app for
        this service/app/site/website/coach/tool/bot | that answer
        your (last) answer/answers/response/responses/reply/replies/servers/
        company/privacy/terms/pricing/prices/subscription/service
        (my/the/this/your) subscription | subscriptions | unsubscribe | resubscribe
        mein/das abo | abo | abonnement | suscripcion | suscribirme | mi cuenta
        mon compte | mes donnees | mis datos | meine daten | meine gesprache
        meine nachrichten | mes messages | mis conversaciones | mes conversations
        mis mensajes | en la aplicacion | in der app | dans l application | l appli
        who can/could/might read/see | who reads/sees
        anyone/anybody/someone/employer/boss/company/wife/husband/partner/
        parents/police .. (read/see/access) .. (what/my/this/these/here/
        messages/chats)
        mitlesen | lesen .. nachrichten
        what i write/type/say/tell/told .. (here/you)
        do you remember/keep/store/save/share/sell/record/log/track
        are you recording | can you remember/see/read | will you remember/keep
        you keep/store/save/share/sell my | used for/to training/train | trained on
        guardas/guardais/guardan mis | vous gardez | tu gardes | speicherst du
        speichert ihr | merkst du dir | te acuerdas | data protection | gdpr | dsgvo
        rgpd | privacy policy | terms of service | data stored
        payment failed | card statement | was/were/been/got (i) charged | charged me
        charged twice | pay twice | card ending | charge .. my card | enter my card
        auto renew* | automatisch verlangert | renueva | renews on
        pay with paypal | payer avec/par | pagar con | mit paypal | zahlen .. mit
        bezahlen .. mit | money back | push notifications | dark mode | two factor
        voice mode | limit on how | message limit | word limit | character limit
        messages .. left | daily limit | reloaded
        how does this/it work | who made you | who built you | who runs/owns this
        was kostet das | cuanto cuesta esto | combien ca coute | if i upgrade
        upgrade in
        the free plan | how many free messages | free messages
        run out of credits | out of credits | credits run out | my visa | the trial
        on the trial | during the trial | after the trial | for the trial
        better answer more | the better answer | delete my messages
        delete messages | delete my data | payment info | my payment
        monthly instead | yearly instead | pay yearly | pay monthly
        this confidential | is it confidential | is this private | is this anonymous
        is it anonymous | my conversations | my chats | other chats
        talk to a human | speak to a human | human instead | real coach
        a bad answer | different company | company's model | your company
        gardez vous | guardais lo | guardas lo | lest ihr mit
        wer liest mit | kann jemand mitlesen | puedo cancelar
        cancelar cuando | supprimer mon compte | mein konto loschen | konto loschen
    """,
    "product hint": """
        this chat/conversation | change my plan | switch plans | my plan later
        the app | this app | the page | refresh the page | real person | real human
        behind this
        you email/emails/send/charge/charged/bill/billed/offer/support/accept
        my (last) chat/chats/conversations/message/messages
        to train your/the/a/ai/models | artificial intelligence | emails you
        some answers | more than others | on the invoice | corrected one | log out
        sign out | what can you do | how do you work
        does it remember/keep/store/save/learn | told it/you
        ive written/told/typed | are you allowed | who are you | what are you
        are you a | are you an | better answer | bigger answer | visa ending
        mastercard | still on the trial | other devices | two phones | two devices
        on my phone and | what i write/type/say here | lo que escribo
        was ich schreibe | ce que j ecris | switch back | wer bist du | quien eres
        qui es tu | qui etes vous
        refund* | my data | server | servers | encrypted | encryption | stored
        privacy | private | confidential | anonymous* | opt out | password* | log in
        login | logged in | sign in | signed up | sign up | signing up | registered
        my account | one account | account | settings | in here | on here | my stuff
        users | user | visible
        upgrade | downgrade | invoice* | receipt | billing | billed | vat | renew*
        discount | coupon | payment method | per message | per answer
        change my email | email address | wrong address | button | notifications
        website | app | dashboard | profile
        resili* | kundig* | abgebucht | remboursement | remboursez | reembolso
        rechnung | facture | factura | contrasena | passwort | mot de passe
        gespeichert | stockees | guardadas | konto | cuenta | compte | trial
        the answer | answers | cut off | so slow | interrupted | error message
        not loading | crash* | got stuck | disappeared | was gone | do you speak
        help page | customer support | contact support | real | coaches
        cancel | turn off | turn on | switch off | charged | models | training data
        data | message | messages | answer | reply | chat | chats | pay | paid
        payment | price | full price | cost | costs | extra | charge | paypal | card
        statement | model | human | bot | delete | export | limit | emails
        language | voice | save | subscription | memory | security | secure
        middle of the month
        kostet | kosten | bezahlen | cuesta | coute | preis | precio | prix | gratis
        kostenlos | gratuit | mensajes | nachrichten | correo | aplicacion
        application
    """,
    "not product": """
        sum up | so far in this | what ive learned | summari* | recap
        gym | landlord | lesson | bank account | netflix | phone contract
        insurance | credit card | takes the credit | credit for | customers
        clients | salary | password manager | a website | my website | our website
        website for | my app | an app idea | job offer | my mother | my father
        my blog | podcast | business
        rent | flight | hotel | ticket | tickets | startup | novel | story
        interviewer | cover letter | whatsapp | slack | tinder | instagram
        facebook | business model | role model | group chat | family chat | my boss
        his message | her message | their answer | his answer | her answer | draft
        reply to | social media | data analyst | school app | dating app
        banking app | fitness app | habit app | energy supplier | electricity
        broadband
    """,
}
