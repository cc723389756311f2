//! TABLE pack: keys and tokens for databases, analyses, marketing and directories of people.

use super::{MIXED, Proof, RANDOM, SHAPE, named, token};
use crate::detect::{Anchor, Recognizer};

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "adafruit-key",
        r"aio_[A-Za-z0-9]{28}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«aio_", "Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa»"),
                concat!("x = \"«aio_", "kE9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE»\""),
            ],
            skips: &["aio_fake"],
            source: "Adafruit IO documentation, API keys",
        },
    ),
    token(
        "blynk-client",
        r"oa2-client-id_[A-Za-z0-9_-]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«oa2-client-id_", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»>"),
                concat!("«oa2-client-id_", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»"),
            ],
            skips: &["oa2-client-id_fake"],
            source: "Blynk documentation, OAuth clients",
        },
    ),
    token(
        "clickhouse-key",
        r"4b1d[A-Za-z0-9]{38}",
        MIXED,
        Proof {
            finds: &[
                concat!("id «4b1d", "Fa4kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Qz2T»."),
                concat!("use «4b1d", "kE9x7Qz2Tf8Wb3Nd5Yh", "6Rc1Fa4kE9x7Qz2Tf8W» now"),
            ],
            skips: &["4b1dfake"],
            source: "ClickHouse Cloud documentation, API keys",
        },
    ),
    token(
        "confluent-secret",
        r"cflt[A-Za-z0-9+/]{60}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«cflt", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»\""),
                concat!("see <«cflt", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»>"),
            ],
            skips: &["cfltfake"],
            source: "Confluent documentation, API keys",
        },
    ),
    token(
        "databricks-token",
        r"dapi[a-f0-9]{32}(?:-[0-9])?|dose[a-f0-9]{32}|dapi[0-9]?[a-h0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «dapi", "fa4e9b27c1d80356", "fa4e9b27c1d80356» now"),
                concat!("(«dapi", "e9b27c1d80356fa4", "e9b27c1d80356fa4»)"),
            ],
            skips: &["dapifake"],
            source: "Databricks documentation, personal access tokens",
        },
    ),
    token(
        "dbt-token",
        r"dbt[cus]_[A-Za-z0-9_+/=-]{32,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«dbt", "c_1Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa4kE»>"),
                concat!("«dbt", "c_1Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa4kE»"),
            ],
            skips: &["dbtfake"],
            source: "dbt documentation, API tokens",
        },
    ),
    token(
        "dropbox-token",
        r"sl\.(?:u\.|B)?[A-Za-z0-9_=-]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«sl.", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»)"),
                concat!("id «sl.", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»."),
            ],
            skips: &["sl.fake"],
            source: "Dropbox developer documentation, access tokens",
        },
    ),
    token(
        "dynatrace-token",
        r"dt0[a-zA-Z]0[0-9]\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«dt0", "F07.4KE9X7QZ.2TFA4KE9X7QZ2TFA4KE9X7QZ2", "TFA4KE9X7QZ2TFA4KE9X7QZ2TFA4KE9X7QZ2TFA»"),
                concat!("x = \"«dt0", "k05.9X7QZ2TF.A4KE9X7QZ2TFA4KE9X7QZ2TFA", "4KE9X7QZ2TFA4KE9X7QZ2TFA4KE9X7QZ2TFA4KE»\""),
            ],
            skips: &["dt0fake"],
            source: "Dynatrace documentation, access tokens",
        },
    ),
    token(
        "elastic-key",
        r"essu_[A-Za-z0-9+/=]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«essu_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»"),
                concat!("x = \"«essu_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
            ],
            skips: &["essu_fake"],
            source: "Elastic Cloud documentation, API keys",
        },
    ),
    token(
        "facebook-token",
        r"EAA[B-Z][A-Za-z0-9]{60,}|[0-9]{13,17}\|[A-Za-z0-9_-]{27}",
        RANDOM,
        Proof {
            finds: &[
                concat!("id «EAA", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Q»."),
                concat!("use «1509", "862471150|3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3» now"),
            ],
            skips: &["EAAfake"],
            source: "Meta for Developers documentation, access tokens",
        },
    ),
    token(
        "fauna-key",
        r"fn[AE][A-Za-z0-9_-]{37,40}",
        MIXED,
        Proof {
            finds: &[
                concat!("x = \"«fn", "E9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb»\""),
                concat!("see <«fn", "E9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb»>"),
            ],
            skips: &["fnfake"],
            source: "Fauna documentation, keys",
        },
    ),
    token(
        "fullstory-key",
        r"na1\.[A-Za-z0-9+/]{60,100}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «na1.", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7» now"),
                concat!("(«na1.", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»)"),
            ],
            skips: &["na1.fake"],
            source: "FullStory developer documentation, API keys",
        },
    ),
    token(
        "hubspot-token",
        r"pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«pat-na", "4-a4e9b27c-1d80-356", "f-a4e9-b27c1d80356f»>"),
                concat!("«pat-na", "1-9b27c1d8-0356-fa4", "e-9b27-c1d80356fa4e»"),
            ],
            skips: &["pat-nafake"],
            source: "HubSpot developer documentation, private apps",
        },
    ),
    token(
        "instagram-token",
        r"IG(?:QV|AA)[A-Za-z0-9_-]{100,}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "(«IGQV",
                    "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R",
                    "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»)"
                ),
                concat!(
                    "id «IGAA",
                    "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F",
                    "a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc»."
                ),
            ],
            skips: &["IGQVfake"],
            source: "Meta for Developers documentation, Instagram tokens",
        },
    ),
    token(
        "klaviyo-key",
        r"pk_[a-f0-9]{34}|pk_[a-z0-9]{34}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«pk_", "fa4e9b27c1d80356f", "a4e9b27c1d80356fa»"),
                concat!("x = \"«pk_", "ke9x7qz2tw3ndfa4k", "e9x7qz2tw3ndfa4ke»\""),
            ],
            skips: &["pk_fake"],
            source: "Klaviyo developer documentation, private keys",
        },
    ),
    token(
        "mapbox-token",
        r"sk\.eyJ[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{20,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «sk.eyJ", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8.Wb3Nd5Yh6Rc1Fa4kE9x7»."),
                concat!("use «sk.eyJ", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3.Nd5Yh6Rc1Fa4kE9x7Qz2» now"),
            ],
            skips: &["sk.eyJfake"],
            source: "Mapbox documentation, secret tokens",
        },
    ),
    Recognizer {
        anchor: Anchor::Bytes(b"_"),
        ..token(
            "maxmind-key",
            r"[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk",
            SHAPE,
            Proof {
                finds: &[
                    concat!("x = \"«Fa4k", "E9_x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Q_mmk»\""),
                    concat!("see <«kE9x", "7Q_z2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2T_mmk»>"),
                ],
                skips: &["Fa4fake"],
                source: "MaxMind documentation, license keys",
            },
        )
    },
    token(
        "mongodb-atlas-secret",
        r"mdb_sa_sk_[A-Za-z0-9_-]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «mdb_sa_sk_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8» now"),
                concat!("(«mdb_sa_sk_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»)"),
            ],
            skips: &["mdb_sa_sk_fake"],
            source: "MongoDB Atlas documentation, service accounts",
        },
    ),
    named(
        "named-data-key-a-g",
        concat!(
            r"(?i:(?:abuseipdb|accuweather|adafruit|adobe|adzuna|aeroworkflow|airvisual|alchemy|algolia|ambee|apilayer|",
            r"autoklose|axonaut|bannerbear|besttime|bitly|blogger|bombbomb|browshot|buttercms|capsulecrm|carboninterface|",
            r"caspio|censys|centralstationcrm|chartmogul|clearbit|clickhouse|clinchpad|cloudant|cloudinary|cloudmersive|",
            r"clustdoc|cockroach|collect2|companyhub|convertapi|convertkit|convertor|couchbase|couchdb|crunchbase|databox|",
            r"datastax|detectify|docparser|documo|docusign|dotmailer|dovico|dreamstudio|dropbox|dynalist|dynamodb|",
            r"eagleeyenetworks|easyinsight|ecostruxureit|elastic|elastic_cloud|elasticsearch|enigma|eventbrite|everhour|",
            r"exportsdk|fauna|feedier|fibery|figshare|fileio|findl|fivetran|flatio|flickr|flightapi|flightstats|formbucket|",
            r"formio|formsite|foursquare|fullstory|fusebill|gengo|geoapify|geocode|geocodify|geocodio|geoipifi|getgist|",
            r"getresponse|gofile|googlemaps|graphcms|graphhopper|gyazo)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|",
            r"authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|",
            r"password|secretkey|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|",
            r"secret|server|service|session|signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:abstract|atlas|box|",
            r"close|copper|delighted|facebook|google|guardian)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|",
            r"authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|key|license|",
            r"live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|",
            r"session|signing|test|token|user|v[0-9]|webhook|write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|",
            r"credentials?|key|pat|password|private|secret|secretkey|token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|",
            r"?()\\-]{1,8}",
        ),
        Proof {
            finds: &["algolia key «fa4ke9x7qz2tw3nd5yh6rc1»", "cloudinary=«4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["box release 2024-11-23", "box is configured", "box_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    named(
        "named-data-key-h-o",
        concat!(
            r"(?i:(?:happi|hasura|heatmap|holidayapi|html2pdf|hubspot|hypertrack|iconfinder|imagekit|imgur|influx|influxdb|",
            r"insightly|instagram|integromat|interseller|ip2location|ipapi|ipdata|ipgeolocation|ipify|ipinfo|ipinfodb|",
            r"ipquality|ipqualityscore|ipstack|jawg|jumpseller|karmacrm|keenio|kibana|klaviyo|languagelayer|lastfm|",
            r"leadfeeder|lessannoyingcrm|linkpreview|liveagent|locationiq|loginradius|luno|mapbox|mapquest|marketstack|",
            r"mavenlink|maxmind|mediastack|meraki|mesibo|metaapi|mindmeister|mixpanel|moosend|mrticktock|mux|nasdaq|neo4j|",
            r"neon|nethunt|newsapi|newscatcher|newsdata|nozbe|nylas|nytimes|omnisend|oopspam|opencage|openuv|openweather|",
            r"openweathermap|optimizely|outreach|owlbot)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|",
            r"authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|password|",
            r"secretkey|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|",
            r"server|service|session|signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:harvest|here|kafka|karma|",
            r"less|linkedin|mongo|mongodb|mysql|nimble)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|",
            r"authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|key|license|live|login|org|pat|",
            r"personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|",
            r"token|user|v[0-9]|webhook|write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|credentials?|key|pat|password|",
            r"private|secret|secretkey|token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["mapbox key «fa4ke9x7qz2tw3nd5yh6rc1»", "mapquest=«4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["jira release 2024-11-23", "jira is configured", "jira_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    named(
        "named-data-key-p-z",
        concat!(
            r"(?i:(?:pandadoc|pandascore|parseur|partnerstack|passbase|pdflayer|pdfshift|peopledatalabs|photoroom|pinata|",
            r"pipedream|pipedrive|planetscale|plesk|podio|pollsapi|positionstack|powrbot|prospectcrm|protocolsio|qualaroo|",
            r"qualtrics|qubole|quickmetrics|rawg|reallysimplesystems|rebrandly|recaptcha|recharge|rentman|roaring|route4me|",
            r"rownd|salesblink|salescookie|salesflare|salesforce|salesloft|salesmate|satismeter|scoro|screenshotapi|",
            r"screenshotlayer|sendoso|sharefile|sheety|sherpadesk|shutterstock|signable|signaturit|signupgenius|simplesat|",
            r"simvoly|singlestore|sirv|skybiometry|smartystreets|smugmug|snapchat|snowflake|spoonacular|sportradar|",
            r"sportsmonk|spotify|stitchdata|stormboard|stormglass|strava|supernotes|surrealdb|surveymonkey|surveysparrow|",
            r"survicate|synthesia|tableau|tallyfy|tatum|tiktok|timezoneapi|tinybird|tomtom|travelpayouts|tumblr|turso|",
            r"twitch|ubidots|unsplash|uplead|uploadcare|upstash|userstack|vbout|vimeo|visualcrossing|walkscore|weatherbit|",
            r"weatherstack|webengage|webex|wistia|workday|worldweather|wufoo|yahoo|yelp|youneedabudget|zapier|zerosheets|",
            r"zillow|zipapi|zipbooks|zipcodeapi|zipcodebase|zoho|zoominfo)(?:[ _.-]{0,2}(?:access|account|admin|api|app|",
            r"auth|authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|",
            r"key|password|secretkey|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|",
            r"sandbox|secret|server|service|session|signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:particle|",
            r"postgres|prospect|raven|redis|segment|sentiment|tomorrow|twitter|verifier|youtube)(?:[ _.-]{0,2}(?:access|",
            r"account|admin|api|app|auth|authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|",
            r"integration|io|key|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|",
            r"secret|server|service|session|signing|test|token|user|v[0-9]|webhook|write))*(?:[ _.-]{0,2}(?:access|",
            r"accesskey|auth|bearer|credentials?|key|pat|password|private|secret|secretkey|",
            r"token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["pinata key «fa4ke9x7qz2tw3nd5yh6rc1»", "weatherbit=«4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["twitter release 2024-11-23", "twitter is configured", "twitter_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "okta-token",
        r"00[A-Za-z0-9_-]{39}[A-Za-z0-9_]",
        MIXED,
        Proof {
            finds: &[
                concat!("see <«00", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»>"),
                concat!("«00", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»"),
            ],
            skips: &["00fake"],
            source: "Okta developer documentation, API tokens",
        },
    ),
    token(
        "salesforce-token",
        r"00D[A-Za-z0-9]{12,15}![A-Za-z0-9_.]{80,}[A-Za-z0-9_]|5Aep861[A-Za-z0-9_.]{60,}[A-Za-z0-9_]",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "(«00D",
                    "Fa4kE9x7Qz2T!f8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5",
                    "Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8W»)"
                ),
                concat!("id «5Aep861", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2T»."),
            ],
            skips: &["00Dfake"],
            source: "Salesforce developer documentation, session ids and refresh tokens",
        },
    ),
    token(
        "secret-token-uri",
        r"secret-token:[A-Za-z0-9_-]{24,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«secret-token:", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»)"),
                concat!("id «secret-token:", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F»."),
            ],
            skips: &["secret-token:fake"],
            source: "RFC 8959, the secret-token URI scheme",
        },
    ),
    token(
        "tinybird-token",
        r"p\.eyJ[A-Za-z0-9_-]{60,}\.[A-Za-z0-9_-]{20,}|sgp_[A-Za-z0-9]{60,64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«p.eyJ", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa4kE9x7.Qz2Tf8Wb3Nd5Yh6Rc1Fa»"),
                concat!("x = \"«sgp_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»\""),
            ],
            skips: &["p.eyJfake"],
            source: "Tinybird and Segment documentation, tokens",
        },
    ),
    token(
        "twitter-token",
        r"AAAAAAAAAAAAAAAAAAA[A-Za-z0-9%]{50,}",
        RANDOM,
        Proof {
            finds: &[
                concat!("id «AAAAAAAAAAAAAAAAAAA", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc", "1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»."),
                concat!("use «AAAAAAAAAAAAAAAAAAA", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa", "4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F» now"),
            ],
            skips: &["AAAAAAAAAAAAAAAAAAAfake"],
            source: "X developer documentation, bearer tokens",
        },
    ),
    token(
        "ubidots-key",
        r"BBF[FU]-[A-Za-z0-9]{30,36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«BBF", "F-a4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4kE»\""),
                concat!("see <«BBF", "F-a4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4kE»>"),
            ],
            skips: &["BBFfake"],
            source: "Ubidots documentation, API keys",
        },
    ),
    token(
        "upstash-token",
        r"AX[A-Za-z0-9]{2}AAI[A-Za-z0-9_-]{40,}",
        RANDOM,
        Proof {
            finds: &[
                concat!("id «AX", "FaAAI4kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Qz2Tf8Wb»."),
                concat!("use «AX", "kEAAI9x7Qz2Tf8Wb3Nd5Yh", "6Rc1Fa4kE9x7Qz2Tf8Wb3Nd» now"),
            ],
            skips: &["AXfake"],
            source: "Upstash documentation, REST tokens",
        },
    ),
    token(
        "zoho-token",
        r"1000\.[a-f0-9]{32,33}\.[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «1000.", "fa4e9b27c1d80356fa4e9b27c1d80356", ".fa4e9b27c1d80356fa4e9b27c1d80356» now"),
                concat!("(«1000.", "e9b27c1d80356fa4e9b27c1d80356fa4", ".e9b27c1d80356fa4e9b27c1d80356fa4»)"),
            ],
            skips: &["1000.fake"],
            source: "Zoho developer documentation, OAuth tokens",
        },
    ),
];
