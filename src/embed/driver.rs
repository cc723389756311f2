//! Does what effects ask for, and says what came of it.

use super::browser;
use super::host::{About, Failure, Host, code, set, text, to_js};
use super::{aggregate, desk};
use crate::engine::PreviewRequest;
use crate::preview::Preview;
use crate::state::{
    Act, Effect, Engine, Event, Explaining, Inquiry, Question, Refusal, RefusalCode, Sandbox, Saved, State, TYPING_PAUSE,
};
use crate::ui::{Page, Runner, soon};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// The runner of one page.
pub(super) fn runner(host: Rc<Host>) -> Runner {
    Rc::new(move |page, effect| run(page, &host, effect))
}

/// Begins to listen to the engine, and says that the page is there once its caller has got its number.
pub(super) fn start(page: Page, host: &Rc<Host>) {
    let news: Closure<dyn FnMut(JsValue)> = {
        let host = Rc::downgrade(host);
        Closure::new(move |news: JsValue| {
            let Some(host) = host.upgrade() else { return };
            match text(&news, "state").as_deref() {
                Some("restarting") => page.send(Event::EngineChanged(Engine::Restarting)),
                Some("failed") => page.send(Event::EngineChanged(Engine::Failed { code: code(&news) })),
                Some(_) => await_engine(page, &host),
                None => {}
            }
        })
    };
    host.listen(&news.into_js_value());
    await_engine(page, host);
    let host = Rc::clone(host);
    // Behind every part that is drawn later.
    soon(move || {
        if page.now(|_| ()).is_some() {
            host.tell("dc-ready", &JsValue::NULL);
        }
    });
}

fn await_engine(page: Page, host: &Rc<Host>) {
    let host = Rc::clone(host);
    spawn(async move {
        let engine = match host.ready().await {
            Ok((version, true)) => Engine::Ready { version, sandbox: Sandbox::Proven },
            Ok((version, false)) => Engine::Ready { version, sandbox: Sandbox::Unproven },
            Err(code) => Engine::Failed { code },
        };
        if let Engine::Failed { code } = &engine {
            report(&host, code, "The preview engine cannot be started.");
        }
        page.send(Event::EngineChanged(engine));
    });
}

fn run(page: Page, host: &Rc<Host>, effect: Effect) {
    match effect {
        Effect::Load => load(page, Rc::clone(host)),
        Effect::Draft(question) => {
            tell_draft(page, host);
            ask(page, host, question);
        }
        Effect::Ask(question) => ask(page, host, Some(question)),
        Effect::Pause(number) => {
            let wait = Duration::from_millis(TYPING_PAUSE.into());
            leptos::prelude::set_timeout(move || page.send(Event::PauseEnded(number)), wait);
        }
        Effect::Forget(question) => {
            host.drop_copy();
            ask(page, host, question);
        }
        Effect::Save { settings, revision, attempt, entry } => {
            let host = Rc::clone(host);
            let organization = organization(page);
            desk::later(page, desk::OVERDUE, move || page.send(Event::Desk(Act::SaveOverdue(attempt))));
            spawn(async move {
                let about = About { organization: &organization, revision: revision.as_deref(), entry: &entry };
                let event = match host.write(&settings, &about).await {
                    Ok(revision) => Event::Saved(attempt, revision),
                    Err(Failure::Conflict(theirs, revision)) => match theirs.or_else(|| desk::defaults(page)) {
                        Some(settings) => Event::SaveConflicted(attempt, Saved { settings, revision }),
                        None => return,
                    },
                    Err(Failure::Code(code)) => {
                        report(&host, &code, "The settings were not saved.");
                        Event::SaveFailed(attempt, code)
                    }
                };
                page.send(event);
            });
        }
        Effect::TellSaved(saved) => {
            tell_saved(host, &saved);
            desk::saved(page, &saved);
        }
        Effect::Desk(errand) => desk::run(page, host, errand),
        Effect::Aggregate(errand) => aggregate::run(page, host, errand),
        Effect::Focus(id) => browser::focus_later(page.id(&format!("finding-{}-{}-{}", id.record, id.field, id.finding))),
        Effect::Copy(text) => spawn(async move { page.send(Event::CopyAnswered(browser::copy(&text).await)) }),
        Effect::Download(text) => browser::download("contributed.json", "application/json", &text),
        Effect::Inquire(inquiry) => inquire(page, Rc::clone(host), *inquiry),
        Effect::Both(first, second) => {
            run(page, host, *first);
            run(page, host, *second);
        }
    }
}

pub(super) fn load(page: Page, host: Rc<Host>) {
    let organization = organization(page);
    desk::begin(page, &organization);
    desk::later(page, desk::SLOW, move || page.send(Event::Desk(Act::LoadOverdue)));
    spawn(async move {
        match host.read(&organization).await {
            // An answer for an organization that is no longer shown says nothing.
            _ if self::organization(page) != organization => {}
            Ok(loaded) => {
                for fault in &loaded.history.faults {
                    report(&host, "audit", &format!("load(): audit{fault}"));
                }
                page.send(Event::Desk(Act::HistoryRead(loaded.history)));
                page.send(Event::Loaded(loaded.settings, loaded.revision));
            }
            Err(fault) => {
                report(&host, &fault.code, &fault.message);
                page.send(Event::LoadFailed(fault.code));
            }
        }
    });
}

/// Whose settings the page shows.
pub(super) fn organization(page: Page) -> String {
    page.now(|state| state.given.organization.id.clone()).unwrap_or_default()
}

fn ask(page: Page, host: &Rc<Host>, question: Option<Question>) {
    let Some(Question { number, request }) = question else { return };
    let host = Rc::clone(host);
    spawn(async move {
        let answer = host
            .ask(&plain(&request))
            .await
            .and_then(|json| Preview::read(&json).map(Arc::new).ok_or_else(|| Refusal::of(RefusalCode::EngineStart)));
        page.send(Event::Answered(number, answer));
    });
}

/// Asks something besides the preview. An answer that was overtaken is not waited for any more.
fn inquire(page: Page, host: Rc<Host>, inquiry: Inquiry) {
    let Inquiry { topic, number, kind, request, more } = inquiry;
    let object = plain(&request);
    for (name, value) in &more {
        set(object.unchecked_ref(), name, &to_js(value));
    }
    spawn(async move {
        let answer = host
            .inquire(kind, &object)
            .await
            .and_then(|json| serde_json::from_str(&json).map(Arc::new).map_err(|_| Refusal::of(RefusalCode::EngineStart)));
        page.send(Event::Explain(Explaining::Told(topic, number, answer)));
    });
}

/// The request as a plain object. Written member by member: an own record may be large, and need not become JSON text once more.
pub(super) fn plain(request: &PreviewRequest) -> JsValue {
    let object = js_sys::Object::new();
    let now = request
        .now
        .map(|now| String::from(js_sys::Date::new(&JsValue::from_f64(now.unix_milliseconds() as f64)).to_iso_string()));
    let format = request.format.map(|format| format.id().to_owned());
    let members = [
        ("input", &request.input),
        ("sample", &request.sample),
        ("format", &format),
        ("organization", &request.organization),
        ("settings", &request.settings),
        ("policy", &request.policy),
        ("now", &now),
        ("key", &request.key),
        ("seed", &request.seed),
    ];
    for (name, value) in members {
        if let Some(value) = value {
            set(&object, name, &JsValue::from_str(value));
        }
    }
    object.into()
}

fn tell_draft(page: Page, host: &Host) {
    let Some((draft, changed)) = page.now(|state: &State| (state.draft.clone(), state.is_changed())) else { return };
    let detail = js_sys::Object::new();
    set(&detail, "draft", &to_js(&draft));
    set(&detail, "isDirty", &JsValue::from_bool(changed));
    host.tell("dc-change", &detail);
    desk::drafted(page);
}

fn tell_saved(host: &Host, saved: &Saved) {
    let detail = js_sys::Object::new();
    set(&detail, "settings", &to_js(&saved.settings));
    set(&detail, "revision", &saved.revision.as_deref().map_or(JsValue::NULL, JsValue::from_str));
    host.tell("dc-saved", &detail);
}

pub(super) fn report(host: &Host, code: &str, message: &str) {
    let detail = js_sys::Object::new();
    set(&detail, "code", &JsValue::from_str(code));
    set(&detail, "message", &JsValue::from_str(message));
    set(&detail, "fatal", &JsValue::FALSE);
    host.tell("dc-error", &detail);
}

/// Begins to wait for something. Boxed, so that all that is waited for shares one executor's code.
pub(super) fn spawn(future: impl Future<Output = ()> + 'static) {
    let boxed: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    wasm_bindgen_futures::spawn_local(boxed);
}
