//! TABLE pack: keys and tokens for messages: chat, mail, telephone, notifications.

use super::{COMPLETE, MIXED, Proof, RANDOM, SHAPE, named, token};
use crate::detect::{Check, Recognizer, check};

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "beamer-key",
        r"b_[A-Za-z0-9=_-]{44}",
        MIXED,
        Proof {
            finds: &[
                concat!("«b_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh", "6Rc1Fa4kE9x7Qz2Tf8Wb3N»"),
                concat!("x = \"«b_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc", "1Fa4kE9x7Qz2Tf8Wb3Nd5Y»\""),
            ],
            skips: &["b_fake"],
            source: "Beamer documentation, API keys",
        },
    ),
    token(
        "brevo-key",
        r"x(?:keysib|smtpsib)-[a-f0-9]{64}-[A-Za-z0-9]{16}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "id «xkeysib-",
                    "fa4e9b27c1d80356fa4e9b27c1d80356fa4e9b27",
                    "c1d80356fa4e9b27c1d80356-f8Wb3Nd5Yh6Rc1Fa»."
                ),
                concat!(
                    "use «xsmtpsib-",
                    "e9b27c1d80356fa4e9b27c1d80356fa4e9b27c1d",
                    "80356fa4e9b27c1d80356fa4-b3Nd5Yh6Rc1Fa4kE» now"
                ),
            ],
            skips: &["xkeysib-fake"],
            source: "Brevo developer documentation, API keys",
        },
    ),
    token(
        "courier-key",
        r"(?:pk|dk)_(?:prod|test)_[A-Z0-9]{28}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«pk_prod_", "FA4KE9X7QZ2TFA", "4KE9X7QZ2TFA4K»\""),
                concat!("see <«dk_test_", "KE9X7QZ2TFA4KE", "9X7QZ2TFA4KE9X»>"),
            ],
            skips: &["pk_prod_fake"],
            source: "Courier documentation, API keys",
        },
    ),
    token(
        "discord-bot-token",
        r"(?:M|N|O)[A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}",
        RANDOM,
        Proof {
            finds: &[
                concat!("use «Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8W.b3Nd5Y", ".h6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh» now"),
                concat!("(«Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8W.b3Nd5Y", ".h6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»)"),
            ],
            skips: &["Nd5fake"],
            source: "Discord developer documentation, authentication",
        },
    ),
    token(
        "intercom-token",
        r"dG9rO[A-Za-z0-9+/=_-]{50,60}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«dG9rO", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc", "1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»)"),
                concat!("id «dG9rO", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa", "4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F»."),
            ],
            skips: &["dG9rOfake"],
            source: "Intercom developer documentation, access tokens",
        },
    ),
    token(
        "lob-key",
        r"(?:live|test)(?:_pub)?_[a-f0-9]{31,35}",
        RANDOM,
        Proof {
            finds: &[
                concat!("x = \"«live_", "fa4e9b27c1d8035", "6fa4e9b27c1d8035»\""),
                concat!("see <«test_", "e9b27c1d80356fa", "4e9b27c1d80356fa»>"),
            ],
            skips: &["live_fake"],
            source: "Lob documentation, API keys",
        },
    ),
    token(
        "mailchimp-key",
        r"[a-f0-9]{32}-us[0-9]{1,2}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«fa4e", "9b27c1d80356fa4e", "9b27c1d80356-us1»>"),
                concat!("«e9b2", "7c1d80356fa4e9b2", "7c1d80356fa4-us0»"),
            ],
            skips: &["fa4fake"],
            source: "Mailchimp developer documentation, API keys",
        },
    ),
    token(
        "mailgun-key",
        r"(?:pub)?key-[a-f0-9]{32}|[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«key-", "fa4e9b27c1d80356", "fa4e9b27c1d80356»)"),
                concat!("id «e9b2", "7c1d80356fa4e9b27c1d803", "56fa4-e9b27c1d-80356fa4»."),
            ],
            skips: &["key-fake"],
            source: "Mailgun documentation, API keys",
        },
    ),
    token(
        "mandrill-key",
        r"md-[A-Za-z0-9_-]{22}",
        MIXED,
        Proof {
            finds: &[concat!("«md-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh»"), concat!("x = \"«md-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc»\"")],
            skips: &["md-fake"],
            source: "Mailchimp Transactional documentation, API keys",
        },
    ),
    token(
        "matrix-token",
        r"sy[tr]_[A-Za-z0-9+/=]{4,40}_[A-Za-z]{20}_[A-Za-z0-9]{6}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «sy", "t_f8Wb_NdYhRcFakE", "xQzTfWbNdY_h6Rc1F»."),
                concat!("use «sy", "t_f8Wb_NdYhRcFakE", "xQzTfWbNdY_h6Rc1F» now"),
            ],
            skips: &["syfake"],
            source: "Synapse documentation, access tokens",
        },
    ),
    named(
        "named-chat-key",
        concat!(
            r"(?i:(?:aftership|airship|apifonica|appointedd|appsynergy|autopilot|ayrshare|bandwidth|beamer|blitapp|boxcast|",
            r"brevo|bulksms|burstsms|calendarific|calendly|callrail|campayn|chatfuel|clickatell|clicksend|courier|",
            r"customerio|d7network|dailyco|debounce|dialpad|discord|drift|elasticemail|emailjs|emailoctopus|flowroute|",
            r"freshbooks|freshdesk|freshservice|getemail|gitter|glip|gorgias|groovehq|gupshup|happyscribe|hellosign|",
            r"helpcrunch|helpscout|hipchat|infobip|instabot|intercom|iterable|kaleyra|kylas|livechat|livestorm|madkudu|",
            r"magicbell|mailboxlayer|mailchimp|mailerlite|mailersend|mailgun|mailjet|mailmodo|mailsac|mailtrap|mandrill|",
            r"mattermost|messagebird|mixmax|moengage|msg91|nexmo|nicereply|novu|numverify|onesignal|openphone|pepipost|",
            r"plivo|postageapp|postmark|pubnub|pushbullet|pusher|pushover|rentman|resend|ringcentral|rocketchat|sendbird|",
            r"sendgrid|sendinblue|sendpulse|signalwire|sinch|skrapp|skrappio|slack|smsapi|sparkpost|streamchat|symbl|talkjs|",
            r"tawk|telegram|telnyx|textmagic|tidio|twilio|tyntec|userlike|veriphone|viber|vonage|webex|whatsapp|yousign|",
            r"zendesk|zerobounce|zonka|zoom|zulip)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|",
            r"authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|password|",
            r"secretkey|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|",
            r"server|service|session|signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:daily|firebase|front|",
            r"hunter|line|loops|quip|refiner|smtp|teams|twist|wire)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|",
            r"authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|key|license|",
            r"live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|",
            r"session|signing|test|token|user|v[0-9]|webhook|write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|",
            r"credentials?|key|pat|password|private|secret|secretkey|token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|",
            r"?()\\-]{1,8}",
        ),
        Proof {
            finds: &["sendgrid key «fa4ke9x7qz2tw3nd5yh6rc1»", "mailjet_secret=«4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["slack release 2024-11-23", "slack is configured", "slack_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "onesignal-key",
        r"os_v2_(?:app|org)_[a-z2-7]{90,}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "x = \"«os_v2_app_",
                    "475624756247562475624756247562475624756247562",
                    "475624756247562475624756247562475624756247562»\""
                ),
                concat!(
                    "see <«os_v2_org_",
                    "562475624756247562475624756247562475624756247",
                    "562475624756247562475624756247562475624756247»>"
                ),
            ],
            skips: &["os_v2_app_fake"],
            source: "OneSignal documentation, keys",
        },
    ),
    token(
        "pubnub-key",
        r"(?:sec-c-[A-Za-z0-9]{48,}|(?:pub|sub)-c-[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12})",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«sec-c-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»>"),
                concat!("«sub-c-", "ke9x7qz2-tw3n-dfa4", "-ke9x-7qz2tw3ndfa4»"),
            ],
            skips: &["sec-c-fake"],
            source: "PubNub documentation, keys",
        },
    ),
    token(
        "resend-key",
        r"re_[A-Za-z0-9]{8,10}_[A-Za-z0-9]{22,24}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «re_", "Fa4kE9x7_Qz2Tf8", "Wb3Nd5Yh6Rc1Fa4k» now"),
                concat!("(«re_", "kE9x7Qz2_Tf8Wb3", "Nd5Yh6Rc1Fa4kE9x»)"),
            ],
            skips: &["re_fake"],
            source: "Resend documentation, API keys",
        },
    ),
    token(
        "sendgrid-key",
        r"SG\.[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«SG.", "Fa4kE9x7Qz2Tf8Wb3Nd5.Yh6Rc1Fa4", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x»)"),
                concat!("id «SG.", "kE9x7Qz2Tf8Wb3Nd5Yh6.Rc1Fa4kE9", "x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz»."),
            ],
            skips: &["SG.fake"],
            source: "SendGrid documentation, API keys",
        },
    ),
    token(
        "slack-cookie",
        r"xoxd-[A-Za-z0-9%+/=-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«xoxd-", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»"),
                concat!("x = \"«xoxd-", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
            ],
            skips: &["xoxd-fake"],
            source: "Slack, session cookie of the web client",
        },
    ),
    token(
        "slack-refresh-token",
        r"xoxe(?:\.xox[bp])?-[0-9]-[A-Za-z0-9]{100,}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "id «xoxe-",
                    "4-a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R",
                    "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6»."
                ),
                concat!(
                    "use «xoxe-",
                    "1-E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F",
                    "a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1» now"
                ),
            ],
            skips: &["xoxe-fake"],
            source: "Slack API, Token rotation",
        },
    ),
    token(
        "slack-token",
        r"xox[abcoprs]-[A-Za-z0-9-]{14,}|xapp-[0-9]-[A-Za-z0-9-]{10,}",
        &[COMPLETE, Check::must("chance", check::slack_token)],
        Proof {
            finds: &[concat!("«xoxb-", "4711-1509-FakeFake7»"), concat!("app «xapp-", "1-A0000FAKE-1111-fakefake»")],
            skips: &["xoxb-fake", "xoxz-0000-1111-FakeFakeFake", "xoxb-xoxb-my-bot-token"],
            source: "Slack API, Token types",
        },
    ),
    token(
        "telegram-bot-token",
        r"[0-9]{8,10}:AA[A-Za-z0-9_-]{32,33}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«4711", "5098:AAQz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»\""),
                concat!("see <«1509", "8624:AATf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
            ],
            skips: &["471fake"],
            source: "Telegram Bot API, authorizing your bot",
        },
    ),
    token(
        "telnyx-key",
        r"KEY0[0-9A-F]{31}_[A-Za-z0-9]{22}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «KEY0", "471150986247115098624711509", "8624_9x7Qz2Tf8Wb3Nd5Yh6Rc1F»."),
                concat!("use «KEY0", "150986247115098624711509862", "4711_Qz2Tf8Wb3Nd5Yh6Rc1Fa4k» now"),
            ],
            skips: &["KEY0fake"],
            source: "Telnyx developer documentation, API keys",
        },
    ),
    token(
        "twilio-key",
        r"(?:SK|AC)[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «SK", "fa4e9b27c1d80356", "fa4e9b27c1d80356» now"),
                concat!("(«AC", "e9b27c1d80356fa4", "e9b27c1d80356fa4»)"),
            ],
            skips: &["SKfake"],
            source: "Twilio documentation, API keys and account SIDs",
        },
    ),
    token(
        "twitch-key",
        r"live_[0-9]{6,12}_[A-Za-z0-9]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«live_", "471150_x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE9x7Qz»>"),
                concat!("«live_", "150986_z2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf»"),
            ],
            skips: &["live_fake"],
            source: "Twitch documentation, stream keys",
        },
    ),
    token(
        "voiceflow-key",
        r"VF\.(?:DM|WS)\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{16}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«VF.DM.", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6R.c1Fa4kE9x7Qz2Tf8»"),
                concat!("x = \"«VF.WS.", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1F.a4kE9x7Qz2Tf8Wb3»\""),
            ],
            skips: &["VF.DM.fake"],
            source: "Voiceflow documentation, API keys",
        },
    ),
];
