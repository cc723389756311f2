//! TABLE pack: keys and tokens for language models and what runs beside them.

use super::{MIXED, Proof, SHAPE, named, token};
use crate::detect::Recognizer;

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "anthropic-key",
        r"sk-ant-(?:api|admin|oat|sid|ort)[0-9]{2}-[A-Za-z0-9_-]{64,}AA",
        SHAPE,
        Proof {
            finds: &[
                concat!("«sk-ant-api", "47-4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8AA»"),
                concat!("x = \"«sk-ant-sid", "15-9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz", "2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3AA»\""),
            ],
            skips: &["sk-ant-apifake"],
            source: "Anthropic API documentation, keys",
        },
    ),
    token(
        "anyscale-secret",
        r"esecret_[a-z0-9]{26,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «esecret_", "fa4ke9x7qz2tw", "3ndfa4ke9x7qz»."),
                concat!("use «esecret_", "ke9x7qz2tw3nd", "fa4ke9x7qz2tw» now"),
            ],
            skips: &["esecret_fake"],
            source: "Anyscale documentation, credentials",
        },
    ),
    token(
        "apify-token",
        r"apify_(?:api|proxy)_[A-Za-z0-9]{36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «apify_api_", "Fa4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz»."),
                concat!("use «apify_proxy_", "kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf» now"),
            ],
            skips: &["apify_api_fake"],
            source: "Apify documentation, API tokens",
        },
    ),
    token(
        "cerebras-key",
        r"csk-[a-z0-9]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«csk-", "fa4ke9x7qz2tw3ndfa4k", "e9x7qz2tw3ndfa4ke9x7»\""),
                concat!("see <«csk-", "ke9x7qz2tw3ndfa4ke9x", "7qz2tw3ndfa4ke9x7qz2»>"),
            ],
            skips: &["csk-fake"],
            source: "Cerebras documentation, API keys",
        },
    ),
    token(
        "cursor-key",
        r"key_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «key_", "fa4e9b27c1d80356fa4e9b27c1d80356", "fa4e9b27c1d80356fa4e9b27c1d80356» now"),
                concat!("(«key_", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»)"),
            ],
            skips: &["key_fake"],
            source: "Cursor documentation, API keys",
        },
    ),
    token(
        "deepseek-key",
        r"sk-[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«sk-", "fa4e9b27c1d80356", "fa4e9b27c1d80356»>"),
                concat!("«sk-", "e9b27c1d80356fa4", "e9b27c1d80356fa4»"),
            ],
            skips: &["sk-fake"],
            source: "DeepSeek API documentation, keys",
        },
    ),
    token(
        "e2b-key",
        r"e2b_[a-f0-9]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«e2b_", "fa4e9b27c1d80356fa4e", "9b27c1d80356fa4e9b27»)"),
                concat!("id «e2b_", "e9b27c1d80356fa4e9b2", "7c1d80356fa4e9b27c1d»."),
            ],
            skips: &["e2b_fake"],
            source: "E2B documentation, API keys",
        },
    ),
    token(
        "elevenlabs-key",
        r"sk_[a-f0-9]{48}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«sk_", "fa4e9b27c1d80356fa4e9b27", "c1d80356fa4e9b27c1d80356»"),
                concat!("x = \"«sk_", "e9b27c1d80356fa4e9b27c1d", "80356fa4e9b27c1d80356fa4»\""),
            ],
            skips: &["sk_fake"],
            source: "ElevenLabs documentation, API keys",
        },
    ),
    token(
        "fal-key",
        r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «fa4e", "9b27-c1d8-0356-fa4e-9b27c1d80356", ":fa4e9b27c1d80356fa4e9b27c1d80356»."),
                concat!("use «e9b2", "7c1d-8035-6fa4-e9b2-7c1d80356fa4", ":e9b27c1d80356fa4e9b27c1d80356fa4» now"),
            ],
            skips: &["fa4fake"],
            source: "fal.ai documentation, API keys",
        },
    ),
    token(
        "firecrawl-key",
        r"fc-[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«fc-", "fa4e9b27c1d80356", "fa4e9b27c1d80356»\""),
                concat!("see <«fc-", "e9b27c1d80356fa4", "e9b27c1d80356fa4»>"),
            ],
            skips: &["fc-fake"],
            source: "Firecrawl documentation, API keys",
        },
    ),
    token(
        "fireworks-key",
        r"fw_[A-Za-z0-9]{20,24}",
        MIXED,
        Proof {
            finds: &[concat!("use «fw_", "Fa4kE9x7Qz2Tf8Wb3Nd5» now"), concat!("(«fw_", "kE9x7Qz2Tf8Wb3Nd5Yh6»)")],
            skips: &["fw_fake"],
            source: "Fireworks AI documentation, API keys",
        },
    ),
    token(
        "friendli-key",
        r"flp_[A-Za-z0-9]{40,}|bb_live_[A-Za-z0-9_-]{27}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«flp_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»>"),
                concat!("«bb_live_", "kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4k»"),
            ],
            skips: &["flp_fake"],
            source: "Friendli and Browserbase documentation, tokens",
        },
    ),
    token(
        "groq-key",
        r"gsk_[A-Za-z0-9]{40,56}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«gsk_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»)"),
                concat!("id «gsk_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»."),
            ],
            skips: &["gsk_fake"],
            source: "Groq documentation, API keys",
        },
    ),
    token(
        "helicone-key",
        r"sk-helicone-[a-z0-9-]{30,}|pk-helicone-[a-z0-9-]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«sk-helicone-", "fa4ke9x7qz2tw3n", "dfa4ke9x7qz2tw3»"),
                concat!("x = \"«pk-helicone-", "ke9x7qz2tw3ndfa", "4ke9x7qz2tw3ndf»\""),
            ],
            skips: &["sk-helicone-fake"],
            source: "Helicone documentation, API keys",
        },
    ),
    token(
        "hugging-face-token",
        r"(?:hf|api_org)_[A-Za-z]{34}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«hf_", "FakExQzTfWbNdYhRc", "FakExQzTfWbNdYhRc»"),
                concat!("x = \"«api_org_", "kExQzTfWbNdYhRcFa", "kExQzTfWbNdYhRcFa»\""),
            ],
            skips: &["hf_fake"],
            source: "Hugging Face documentation, user access tokens",
        },
    ),
    token(
        "jina-key",
        r"jina_[a-f0-9]{32}[A-Za-z0-9_-]{28}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «jina_", "fa4e9b27c1d80356fa4e9b27c1d803", "56x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»."),
                concat!("use «jina_", "e9b27c1d80356fa4e9b27c1d80356f", "a4z2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2» now"),
            ],
            skips: &["jina_fake"],
            source: "Jina AI documentation, API keys",
        },
    ),
    token(
        "langfuse-key",
        r"[sp]k-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«sk-l", "f-a4e9b27c-1d80-356", "f-a4e9-b27c1d80356f»\""),
                concat!("see <«pk-l", "f-9b27c1d8-0356-fa4", "e-9b27-c1d80356fa4e»>"),
            ],
            skips: &["sk-fake"],
            source: "Langfuse documentation, API keys",
        },
    ),
    token(
        "langsmith-key",
        r"lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}|ls__[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «lsv2_pt_", "fa4e9b27c1d80356fa4e9", "b27c1d80356_fa4e9b27c1» now"),
                concat!("(«ls__", "e9b27c1d80356fa4", "e9b27c1d80356fa4»)"),
            ],
            skips: &["lsv2_pt_fake"],
            source: "LangSmith documentation, API keys",
        },
    ),
    token(
        "llama-cloud-key",
        r"llx-[A-Za-z0-9]{48}|LLM\|[0-9]{12,20}\|[A-Za-z0-9_-]{24,32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«llx-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»>"),
                concat!("«LLM|", "150986247115|b3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf»"),
            ],
            skips: &["llx-fake"],
            source: "LlamaCloud and Llama API documentation, keys",
        },
    ),
    token(
        "modal-token",
        r"(?:ak|as)-[A-Za-z0-9]{22}",
        MIXED,
        Proof {
            finds: &[concat!("(«a", "k-E9x7Qz2Tf8Wb3Nd5Yh6Rc1»)"), concat!("id «a", "k-E9x7Qz2Tf8Wb3Nd5Yh6Rc1».")],
            skips: &["afake"],
            source: "Modal documentation, tokens",
        },
    ),
    named(
        "named-model-key",
        concat!(
            r"(?i:(?:ai21|aleph|alephalpha|algolia|amplitude|anthropic|anyscale|apify|assemblyai|audd|azureopenai|baseten|",
            r"bedrock|bigml|browserless|cerebras|clarifai|claude|cleanlab|clipdrop|cohere|cometml|copilot|crawlbase|cursor|",
            r"databricks|deepai|deepgram|deepinfra|deepl|deepseek|detectlanguage|diffbot|diggernaut|elevenlabs|exa|",
            r"extractorapi|eyeem|falai|fetchrss|firecrawl|fireworks|friendli|gemini|gladia|glassnode|groq|helicone|",
            r"huggingface|humanloop|hyperbolic|iflytek|imagga|ipifi|jina|kagi|langchain|langfuse|langsmith|lexigram|",
            r"llamacloud|mistral|monkeylearn|moonshot|murf|nanonets|neptune|nomic|novita|nvidia|octoai|ollama|openai|",
            r"openrouter|perplexity|pinecone|pixabay|playht|portkey|predibase|rapidapi|replicate|resemble|restpack|roboflow|",
            r"runwayml|sambanova|scraperapi|scraperbox|scrapestack|scrapfly|scrapingant|scrapingbee|scrapinghub|serpapi|",
            r"serper|serphouse|serpstack|speechmatics|speechtext|spiderapi|stability|suno|tavily|uclassify|unstructured|",
            r"uptrain|voiceflow|voicegain|voyage|wandb|watson|weaviate|webscraper|webscraping|webscrapingapi|xai|xunfei|",
            r"zenrows|zenscrape|zhipu)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|",
            r"bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|password|secretkey|license|live|",
            r"login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|session|",
            r"signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:beam|currents|dandelion|hive|modal|rev|scale|",
            r"together|weights|writer)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|",
            r"bearer|client|cloud|credentials?|deploy|dev|integration|io|key|license|live|login|org|pat|personal|platform|",
            r"private|prod|project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|token|user|v[0-9]|",
            r"webhook|write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|credentials?|key|pat|password|private|secret|",
            r"secretkey|token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["wandb «fa4ke9x7qz2tw3nd5yh6rc1»", "cohere_api_key = «4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["modal release 2024-11-23", "modal is configured", "modal_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "nvidia-key",
        r"nvapi-[A-Za-z0-9_-]{60,70}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«nvapi-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»"),
                concat!("x = \"«nvapi-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»\""),
            ],
            skips: &["nvapi-fake"],
            source: "NVIDIA API catalog documentation, keys",
        },
    ),
    token(
        "openai-key",
        r"sk-(?:(?:proj|svcacct|admin|service|None)-)?[A-Za-z0-9_-]{16,}T3BlbkFJ[A-Za-z0-9_-]{16,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «sk-", "Fa4kE9x7Qz2Tf8WbT3Bl", "bkFJ3Nd5Yh6Rc1Fa4kE9»."),
                concat!("use «sk-", "kE9x7Qz2Tf8Wb3NdT3Bl", "bkFJ5Yh6Rc1Fa4kE9x7Q» now"),
            ],
            skips: &["sk-fake"],
            source: "OpenAI API reference, authentication",
        },
    ),
    token(
        "openai-project-key",
        r"sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«sk-proj-", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»\""),
                concat!("see <«sk-proj-", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
            ],
            skips: &["sk-proj-fake"],
            source: "OpenAI API reference, project and service keys",
        },
    ),
    token(
        "openrouter-key",
        r"sk-or-v1-[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «sk-or-v1-", "fa4e9b27c1d80356fa4e9b27c1d80356", "fa4e9b27c1d80356fa4e9b27c1d80356» now"),
                concat!("(«sk-or-v1-", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»)"),
            ],
            skips: &["sk-or-v1-fake"],
            source: "OpenRouter documentation, API keys",
        },
    ),
    token(
        "perplexity-key",
        r"pplx-[A-Za-z0-9]{48,56}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«pplx-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»>"),
                concat!("«pplx-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc»"),
            ],
            skips: &["pplx-fake"],
            source: "Perplexity API documentation, keys",
        },
    ),
    token(
        "pinecone-key",
        r"pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,66}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«pcsk_", "Fa4kE_9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9", "x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf»)"),
                concat!("id «pcsk_", "kE9x7_Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Q", "z2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb»."),
            ],
            skips: &["pcsk_fake"],
            source: "Pinecone documentation, API keys",
        },
    ),
    token(
        "replicate-token",
        r"r8_[A-Za-z0-9]{37}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «r8_", "Fa4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz2»."),
                concat!("use «r8_", "kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8» now"),
            ],
            skips: &["r8_fake"],
            source: "Replicate documentation, API tokens",
        },
    ),
    token(
        "stability-key",
        r"sk-[A-Za-z0-9]{48}",
        MIXED,
        Proof {
            finds: &[
                concat!("x = \"«sk-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»\""),
                concat!("see <«sk-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc»>"),
            ],
            skips: &["sk-fake"],
            source: "Stability AI and OpenAI documentation, keys without a project",
        },
    ),
    token(
        "tavily-key",
        r"tvly-(?:dev-|prod-)?[A-Za-z0-9]{20,}",
        MIXED,
        Proof {
            finds: &[concat!("use «tvly-", "Fa4kE9x7Qz2Tf8Wb3Nd5» now"), concat!("(«tvly-", "kE9x7Qz2Tf8Wb3Nd5Yh6»)")],
            skips: &["tvly-fake"],
            source: "Tavily documentation, API keys",
        },
    ),
    token(
        "together-key",
        r"tgp_v1_[A-Za-z0-9_-]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«tgp_v1_", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
                concat!("«tgp_v1_", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»"),
            ],
            skips: &["tgp_v1_fake"],
            source: "Together AI documentation, API keys",
        },
    ),
    token(
        "voyage-key",
        r"pa-[A-Za-z0-9_-]{43}",
        MIXED,
        Proof {
            finds: &[
                concat!("(«pa-", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»)"),
                concat!("id «pa-", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»."),
            ],
            skips: &["pa-fake"],
            source: "Voyage AI documentation, API keys",
        },
    ),
    token(
        "wandb-key",
        r"wandb_v1_[A-Za-z0-9_]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«wandb_v1_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»\""),
                concat!("see <«wandb_v1_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»>"),
            ],
            skips: &["wandb_v1_fake"],
            source: "Weights & Biases documentation, API keys",
        },
    ),
    token(
        "xai-key",
        r"xai-[A-Za-z0-9]{60,84}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«xai-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»"),
                concat!("x = \"«xai-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»\""),
            ],
            skips: &["xai-fake"],
            source: "xAI documentation, API keys",
        },
    ),
    token(
        "zhipu-key",
        r"[a-f0-9]{32}\.[A-Za-z0-9]{16}",
        MIXED,
        Proof {
            finds: &[
                concat!("use «fa4e", "9b27c1d80356fa4e9b27c1", "d80356.x7Qz2Tf8Wb3Nd5Yh» now"),
                concat!("(«e9b2", "7c1d80356fa4e9b27c1d80", "356fa4.z2Tf8Wb3Nd5Yh6Rc»)"),
            ],
            skips: &["fa4fake"],
            source: "Zhipu AI documentation, API keys",
        },
    ),
];
