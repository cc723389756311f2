//! TABLE pack: keys and tokens for payments and shops.

use super::{MIXED, Proof, RANDOM, SHAPE, named, token};
use crate::detect::Recognizer;

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "adyen-key",
        r"AQE[a-z]hm[A-Za-z0-9+/=._-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«AQE", "ahm4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8Wb»"),
                concat!("x = \"«AQE", "khmE9x7Qz2Tf8Wb3Nd5Yh", "6Rc1Fa4kE9x7Qz2Tf8Wb3N»\""),
            ],
            skips: &["AQEfake"],
            source: "Adyen documentation, API credentials",
        },
    ),
    token(
        "cashfree-key",
        r"cfsk_ma_(?:prod|test)_[a-f0-9]{32}_[a-f0-9]{8}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«cfsk_ma_prod_", "fa4e9b27c1d80356fa4e", "9b27c1d80356_fa4e9b27»>"),
                concat!("«cfsk_ma_test_", "e9b27c1d80356fa4e9b2", "7c1d80356fa4_e9b27c1d»"),
            ],
            skips: &["cfsk_ma_prod_fake"],
            source: "Cashfree documentation, API keys",
        },
    ),
    token(
        "coinbase-key",
        r"organizations/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/apiKeys/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "id «organizations/",
                    "fa4e9b27-c1d8-0356-fa4e-9b27c1d80356/api",
                    "Keys/fa4e9b27-c1d8-0356-fa4e-9b27c1d80356»."
                ),
                concat!(
                    "use «organizations/",
                    "e9b27c1d-8035-6fa4-e9b2-7c1d80356fa4/api",
                    "Keys/e9b27c1d-8035-6fa4-e9b2-7c1d80356fa4» now"
                ),
            ],
            skips: &["organizations/fake"],
            source: "Coinbase developer documentation, CDP API keys",
        },
    ),
    token(
        "duffel-token",
        r"duffel_(?:test|live)_[A-Za-z0-9_=-]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«duffel_test_", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
                concat!("see <«duffel_live_", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»>"),
            ],
            skips: &["duffel_test_fake"],
            source: "Duffel documentation, access tokens",
        },
    ),
    token(
        "easypost-key",
        r"EZ[AT]K[A-Za-z0-9]{54}",
        RANDOM,
        Proof {
            finds: &[
                concat!("use «EZ", "TKf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2T", "f8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8» now"),
                concat!("(«EZ", "TKf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2T", "f8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8»)"),
            ],
            skips: &["EZfake"],
            source: "EasyPost documentation, API keys",
        },
    ),
    token(
        "extended-private-key",
        r"[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107,108}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "x = \"«xprv",
                    "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7",
                    "Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz»\""
                ),
                concat!(
                    "see <«xprv",
                    "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7",
                    "Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz»>"
                ),
            ],
            skips: &["xprfake"],
            source: "BIP 32, serialization format",
        },
    ),
    token(
        "fleetbase-key",
        r"flb_(?:live|test)_[A-Za-z0-9]{20,}",
        SHAPE,
        Proof {
            finds: &[concat!("see <«flb_live_", "Fa4kE9x7Qz2Tf8Wb3Nd5»>"), concat!("«flb_test_", "kE9x7Qz2Tf8Wb3Nd5Yh6»")],
            skips: &["flb_live_fake"],
            source: "Fleetbase documentation, API keys",
        },
    ),
    token(
        "flexport-key",
        r"shltm_[A-Za-z0-9_-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«shltm_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»)"),
                concat!("id «shltm_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»."),
            ],
            skips: &["shltm_fake"],
            source: "Flexport developer documentation, API keys",
        },
    ),
    token(
        "flutterwave-key",
        r"FLW(?:PUB|SEC)K(?:_TEST)?-[A-Za-z0-9]{12,34}-X|FLWSECK_TEST[a-z0-9]{12}",
        SHAPE,
        Proof {
            finds: &[concat!("«FLWPUBK-", "Fa4kE9x7Qz2T-X»"), concat!("x = \"«FLWSECK_TEST", "ke9x7qz2tw3n»\"")],
            skips: &["FLWPUBK-fake"],
            source: "Flutterwave documentation, API keys",
        },
    ),
    token(
        "gocardless-token",
        r"(?:live|sandbox)_[A-Za-z0-9=_-]{40}",
        MIXED,
        Proof {
            finds: &[
                concat!("id «live_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»."),
                concat!("use «sandbox_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3» now"),
            ],
            skips: &["live_fake"],
            source: "GoCardless documentation, access tokens",
        },
    ),
    token(
        "mercadopago-token",
        r"(?:APP_USR|TEST)-[0-9]{12,18}-[0-9]{6}-[a-f0-9]{32}(?:__[A-Z_]{2}__)?-[0-9]{5,12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«APP_USR-", "471150986247-115098-4e9b27c1d", "80356fa4e9b27c1d80356fa-47115»\""),
                concat!("see <«TEST-", "150986247115-098624-b27c1d803", "56fa4e9b27c1d80356fa4e9-15098»>"),
            ],
            skips: &["APP_USR-fake"],
            source: "Mercado Pago developer documentation, credentials",
        },
    ),
    token(
        "mollie-key",
        r"(?:live|test)_[A-Za-z0-9]{30}",
        MIXED,
        Proof {
            finds: &[
                concat!("(«live_", "Fa4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4k»)"),
                concat!("id «test_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x»."),
            ],
            skips: &["live_fake"],
            source: "Mollie documentation, API keys",
        },
    ),
    named(
        "named-payment-key",
        concat!(
            r"(?i:(?:adyen|afterpay|airwallex|alpaca|amex|authorizenet|avalara|avaza|bigcommerce|billomat|binance|",
            r"bitcoinaverage|bitfinex|bitmex|bitpay|bitstamp|blockfrost|braintree|bscscan|btcpay|cashfree|chargebee|",
            r"chargify|coinapi|coinbase|coingecko|coinlayer|coinlib|coinmarketcap|commercetools|conekta|cryptocompare|",
            r"currencycloud|currencylayer|currencyscoop|currentsapi|dwolla|easypost|ecwid|elorus|etherscan|ethplorer|etsy|",
            r"exchangerate|expensify|fastforex|fattureincloud|finage|finicity|finnhub|fixerio|flexport|flutterwave|fmp|",
            r"freshbooks|gocardless|gumroad|iexapis|iexcloud|infura|invoiceocean|iyzico|klarna|kraken|kucoin|lemonsqueezy|",
            r"lightspeed|lob|loyverse|magento|magicline|marqeta|mercadopago|metrc|midtrans|mollie|moneybird|monzo|moonclerk|",
            r"moralis|nexio|nftport|oanda|onfleet|openexchangerates|opensea|pagarme|paymongo|payoneer|paypal|paystack|payu|",
            r"plaid|poloniex|printful|quickbooks|rapyd|razorpay|recurly|requestfinance|revolut|saleor|shippo|shipstation|",
            r"shopee|shopify|shopware|sila|simfin|skrill|snipcart|squareup|stockdata|storecove|storehippo|stripe|sumup|",
            r"swell|taxjar|tickettailor|tradier|travelpayouts|tron|truelayer|twelvedata|vatlayer|wepay|woocommerce|worldpay|",
            r"xendit|xero|yoco)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|bearer|",
            r"client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|password|secretkey|license|live|login|org|",
            r"pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|session|signing|",
            r"test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:blockchain|checkout|circle|column|fixer|increase|mercury|",
            r"persona|polygon|privacy|sage|square|teller|wise)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|",
            r"authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|key|license|",
            r"live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|",
            r"session|signing|test|token|user|v[0-9]|webhook|write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|",
            r"credentials?|key|pat|password|private|secret|secretkey|token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|",
            r"?()\\-]{1,8}",
        ),
        Proof {
            finds: &["etherscan «fa4ke9x7qz2tw3nd5yh6rc1»", "coinapi secret: «4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["square release 2024-11-23", "square is configured", "square_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "paddle-key",
        r"pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «pdl_live_apikey_", "fa4ke9x7qz2tw3ndfa4ke9x7qz", "_Fa4kE9x7Qz2Tf8Wb3Nd5Yh_6Rc» now"),
                concat!("(«pdl_sdbx_apikey_", "ke9x7qz2tw3ndfa4ke9x7qz2tw", "_kE9x7Qz2Tf8Wb3Nd5Yh6Rc_1Fa»)"),
            ],
            skips: &["pdl_live_apikey_fake"],
            source: "Paddle developer documentation, API keys",
        },
    ),
    token(
        "pagarme-key",
        r"ak_(?:live|test)_[A-Za-z0-9]{30}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«ak_live_", "Fa4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4k»>"),
                concat!("«ak_test_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x»"),
            ],
            skips: &["ak_live_fake"],
            source: "Pagar.me documentation, API keys",
        },
    ),
    token(
        "payment-platform-key",
        r"(?:sk|rk|ak|pi|us|ek)_(?:live|test|prod)_[A-Za-z0-9]{24,}(?:_secret_[A-Za-z0-9]{10,})?",
        SHAPE,
        Proof {
            finds: &[concat!("(«sk_live_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»)"), concat!("id «pi_live_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F».")],
            skips: &["sk_live_fake"],
            source: "Stripe documentation, API keys; Paystack, Clerk, WorkOS and Checkout.com use the form as well",
        },
    ),
    token(
        "paypal-token",
        r"access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}|A21AA[A-Za-z0-9_-]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«access_token$production$", "fa4ke9x7qz2tw3nd$fa4e9b2", "7c1d80356fa4e9b27c1d80356»"),
                concat!("x = \"«A21AA", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»\""),
            ],
            skips: &["access_token$production$fake"],
            source: "PayPal and Braintree developer documentation, access tokens",
        },
    ),
    token(
        "plaid-token",
        r"(?:access|public|link|processor)-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «access-sandbox-", "fa4e9b27-c1d8-0356", "-fa4e-9b27c1d80356»."),
                concat!("use «processor-sandbox-", "e9b27c1d-8035-6fa4", "-e9b2-7c1d80356fa4» now"),
            ],
            skips: &["access-sandbox-fake"],
            source: "Plaid documentation, token formats",
        },
    ),
    token(
        "polar-token",
        r"polar_(?:oat|pat|at|rt|cs)?_[A-Za-z0-9]{32,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «polar__", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9» now"),
                concat!("(«polar__", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»)"),
            ],
            skips: &["polar__fake"],
            source: "Polar documentation, access tokens",
        },
    ),
    token(
        "razorpay-key",
        r"rzp_(?:live|test)_[A-Za-z0-9]{14,24}",
        SHAPE,
        Proof {
            finds: &[concat!("x = \"«rzp_live_", "Fa4kE9x7Qz2Tf8»\""), concat!("see <«rzp_test_", "kE9x7Qz2Tf8Wb3»>")],
            skips: &["rzp_live_fake"],
            source: "Razorpay documentation, API keys",
        },
    ),
    token(
        "shippo-token",
        r"shippo_(?:live|test)_[a-f0-9]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «shippo_live_", "fa4e9b27c1d80356fa4e", "9b27c1d80356fa4e9b27» now"),
                concat!("(«shippo_test_", "e9b27c1d80356fa4e9b2", "7c1d80356fa4e9b27c1d»)"),
            ],
            skips: &["shippo_live_fake"],
            source: "Shippo documentation, API tokens",
        },
    ),
    token(
        "shopify-token",
        r"shp(?:at|ca|pa|ss|tka|ua)_[A-Fa-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«shpat_", "fa4e9b27c1d80356", "fa4e9b27c1d80356»>"),
                concat!("«shpss_", "e9b27c1d80356fa4", "e9b27c1d80356fa4»"),
            ],
            skips: &["shpat_fake"],
            source: "Shopify developer documentation, access tokens",
        },
    ),
    token(
        "square-token",
        r"sq0[a-z]{3}-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_+=-]{60}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«sq0", "akx-7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4»)"),
                concat!("id «EAAA", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»."),
            ],
            skips: &["sq0fake"],
            source: "Square developer documentation, access tokens",
        },
    ),
    token(
        "stripe-webhook-secret",
        r"whsec_[A-Za-z0-9+/=]{24,}",
        SHAPE,
        Proof {
            finds: &[concat!("«whsec_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»"), concat!("x = \"«whsec_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F»\"")],
            skips: &["whsec_fake"],
            source: "Stripe documentation, webhook signatures; Standard Webhooks specification",
        },
    ),
    token(
        "xendit-key",
        r"xnd_(?:production|development)_[A-Za-z0-9]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «xnd_production_", "Fa4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4k»."),
                concat!("use «xnd_development_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x» now"),
            ],
            skips: &["xnd_production_fake"],
            source: "Xendit documentation, API keys",
        },
    ),
];
