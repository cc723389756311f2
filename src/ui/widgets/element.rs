//! [`El`]: an element of any tag as one type of view.
//!
//! Leptos' `view!` makes a type of its own for every shape of element, and each brings its own copy of the code that builds, mounts and
//! updates it; of this page that was half the download. An [`El`] is written as a chain of calls instead, and all of them share one
//! copy. It makes nodes one by one and never through `innerHTML`, so it needs no exception from Trusted Types. Everything around it is
//! Leptos as usual: an `El` is a view, its children may be any views, what is live is an effect of the current owner.

use super::keyed::{Kept, Rows};
use super::{Listener, Pressed, soon};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Classes whose elements a host's styles may reach, as the part of the same name without its `dc-`. What else may be reached names
/// its part where it is made.
static PARTS: &[&str] = &["dc-button", "dc-card", "dc-dialog", "dc-input", "dc-message", "dc-page", "dc-select", "dc-switch"];

/// The value of an attribute; none for an attribute that is not there.
#[derive(PartialEq)]
pub(crate) struct Value(Option<Cow<'static, str>>);

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self(Some(Cow::Borrowed(text)))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(Some(Cow::Owned(text)))
    }
}

impl From<bool> for Value {
    fn from(there: bool) -> Self {
        Self(there.then_some(Cow::Borrowed("")))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(None), Into::into)
    }
}

/// Something that stands inside an element.
enum Child {
    Text(Cow<'static, str>),
    Element(El),
    View(AnyView),
}

/// What can stand inside an element.
pub(crate) trait IntoChild {
    /// Puts it at the end of the children.
    fn put(self, parent: &mut El);
}

impl IntoChild for &'static str {
    fn put(self, parent: &mut El) {
        parent.push(Child::Text(Cow::Borrowed(self)));
    }
}

impl IntoChild for String {
    fn put(self, parent: &mut El) {
        parent.push(Child::Text(Cow::Owned(self)));
    }
}

impl IntoChild for El {
    fn put(self, parent: &mut El) {
        parent.push(Child::Element(self));
    }
}

impl IntoChild for AnyView {
    fn put(self, parent: &mut El) {
        parent.push(Child::View(self));
    }
}

impl<T: IntoChild> IntoChild for Option<T> {
    fn put(self, parent: &mut El) {
        if let Some(child) = self {
            child.put(parent);
        }
    }
}

impl IntoChild for Vec<AnyView> {
    fn put(self, parent: &mut El) {
        self.into_iter().for_each(|view| parent.push(Child::View(view)));
    }
}

/// Several views in a row, without an element around them.
pub(crate) struct Many(El);

/// No views yet.
pub(crate) fn many() -> Many {
    Many(el("", ""))
}

impl Many {
    /// Puts something behind what is there.
    pub(crate) fn with(self, child: impl IntoChild) -> Self {
        Self(self.0.with(child))
    }

    /// The views as one.
    pub(crate) fn into_any(self) -> AnyView {
        let view = |child| match child {
            Child::Text(text) => text.into_owned().into_any(),
            Child::Element(element) => element.into_any(),
            Child::View(view) => view,
        };
        self.0.0.children.into_iter().map(view).collect::<Vec<_>>().into_any()
    }
}

impl IntoChild for Many {
    fn put(self, parent: &mut El) {
        self.0.0.children.into_iter().for_each(|child| parent.push(child));
    }
}

/// Where an element can be found once it is built.
pub(crate) type Slot = StoredValue<Option<Element>, LocalStorage>;

/// A place for an element that is not built yet.
pub(crate) fn slot() -> Slot {
    StoredValue::new_local(None)
}

/// The element in a place, as what it is.
pub(crate) fn found<T: JsCast>(slot: Slot) -> Option<T> {
    slot.try_get_value().flatten().and_then(|element| element.dyn_into().ok())
}

type Live = Box<dyn Fn() -> Value + Send>;

/// An element that is to be built. Behind a pointer, because every call of the chain hands it on.
pub(crate) struct El(Box<Plan>);

/// What an element is to be.
struct Plan {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    live: Vec<(&'static str, Live)>,
    properties: Vec<(&'static str, Live)>,
    listeners: SendWrapper<Vec<(&'static str, Listener)>>,
    children: Vec<Child>,
    rows: Option<Rows>,
    slot: Option<Slot>,
}

/// An element with a class; an empty one is left out. A button never submits anything.
pub(crate) fn el(tag: &'static str, class: &'static str) -> El {
    let plan = Plan {
        tag,
        attributes: Vec::new(),
        live: Vec::new(),
        properties: Vec::new(),
        listeners: SendWrapper::new(Vec::new()),
        children: Vec::new(),
        rows: None,
        slot: None,
    };
    let element = El(Box::new(plan));
    let element = if class.is_empty() { element } else { element.set("class", class) };
    let element = if PARTS.contains(&class) { element.set("part", &class[3..]) } else { element };
    if tag == "button" { element.set("type", "button") } else { element }
}

impl El {
    /// Sets an attribute.
    pub(crate) fn set(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.set_value(name, value.into())
    }

    #[inline(never)]
    fn set_value(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// Sets an attribute again whenever what it reads changes.
    pub(crate) fn live<V: Into<Value>>(self, name: &'static str, read: impl Fn() -> V + Send + 'static) -> Self {
        self.set_live(name, Box::new(move || read().into()))
    }

    #[inline(never)]
    fn set_live(mut self, name: &'static str, read: Live) -> Self {
        self.0.live.push((name, read));
        self
    }

    /// Sets a property that is text or a truth again whenever what it reads changes.
    pub(crate) fn property<V: Into<Value>>(mut self, name: &'static str, read: impl Fn() -> V + Send + 'static) -> Self {
        self.0.properties.push((name, Box::new(move || read().into())));
        self
    }

    /// Says what happens when it is pressed.
    pub(crate) fn press(self, mut act: Pressed) -> Self {
        self.on("click", Box::new(move |_| act()))
    }

    /// Says what happens on an event.
    #[inline(never)]
    pub(crate) fn on(mut self, event: &'static str, act: Listener) -> Self {
        self.0.listeners.push((event, act));
        self
    }

    /// Puts something inside, after what is there.
    pub(crate) fn with(mut self, child: impl IntoChild) -> Self {
        child.put(&mut self);
        self
    }

    /// Puts rows inside, behind what is there, and again whenever what is read changes: only those that changed are drawn.
    pub(crate) fn rows(mut self, rows: Rows) -> Self {
        self.0.rows = Some(rows);
        self
    }

    #[inline(never)]
    fn push(&mut self, child: Child) {
        self.0.children.push(child);
    }

    /// Says where the element can be found once it is built.
    pub(crate) fn found_in(mut self, slot: Slot) -> Self {
        self.0.slot = Some(slot);
        self
    }
}

/// A built element with what keeps it alive.
pub(crate) struct Built {
    element: Element,
    _children: Vec<AnyViewState>,
    _elements: Vec<Built>,
    _effects: Vec<RenderEffect<Value>>,
    _listeners: Vec<Closure<dyn FnMut(web_sys::Event)>>,
}

impl Render for El {
    type State = Built;

    fn build(self) -> Built {
        let plan = *self.0;
        let space = matches!(plan.tag, "svg" | "path" | "rect" | "text" | "line" | "circle" | "polyline").then_some(SVG);
        let element = Rndr::create_element(plan.tag, space);
        for (name, value) in plan.attributes {
            put(&element, name, &value);
        }
        let live = plan.live.into_iter().map(|(name, read)| follow(&element, name, read, put));
        let mut effects: Vec<_> = live.collect();
        let (mut children, mut elements) = (Vec::new(), Vec::new());
        for child in plan.children {
            match child {
                Child::Text(text) => drop(element.append_child(&Rndr::create_text_node(&text))),
                Child::Element(child) => {
                    let child = child.build();
                    drop(element.append_child(&child.element));
                    elements.push(child);
                }
                Child::View(view) => {
                    let mut child = view.build();
                    child.mount(&element, None);
                    children.push(child);
                }
            }
        }
        effects.extend(plan.rows.map(|rows| follow_rows(&element, rows)));
        // Properties last: a select takes its value from options that are there.
        effects.extend(plan.properties.into_iter().map(|(name, read)| follow(&element, name, read, put_property)));
        let listen = |(event, act): (&'static str, Listener)| {
            let closure = Closure::wrap(act);
            // Fails for no element.
            let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            closure
        };
        let listeners = plan.listeners.take().into_iter().map(listen).collect();
        if let Some(slot) = plan.slot {
            slot.set_value(Some(element.clone()));
        }
        Built { element, _children: children, _elements: elements, _effects: effects, _listeners: listeners }
    }

    fn rebuild(self, state: &mut Built) {
        let mut built = self.build();
        state.insert_before_this(&mut built);
        state.unmount();
        *state = built;
    }
}

/// Puts a value again whenever it changes.
fn follow(element: &Element, name: &'static str, read: Live, put: fn(&Element, &str, &Value)) -> RenderEffect<Value> {
    let target = element.clone();
    RenderEffect::new(move |before: Option<Value>| {
        let now = read();
        if before.is_none_or(|before| before != now) {
            put(&target, name, &now);
        }
        now
    })
}

/// Rows that are drawn in one task while a list grows to its size.
const STEP: usize = 4;

/// Draws rows, and again whenever what they read changes. They are owned by what owns the element: an effect would end what it drew before.
/// A list begins small and takes further rows step by step, each in a task of its own; once it has been as long, it changes at once.
fn follow_rows(element: &Element, rows: Rows) -> RenderEffect<Value> {
    let mut kept = SendWrapper::new(Kept::new(element.clone()));
    let room = RwSignal::new(STEP);
    RenderEffect::new(move |_: Option<Value>| {
        let (mut rows, places) = (rows(), room.get());
        if rows.len() > places {
            rows.truncate(places);
            soon(move || {
                let _ = room.try_update(|room| *room += STEP);
            });
        }
        kept.show(rows);
        Value(None)
    })
}

fn put(element: &Element, name: &str, value: &Value) {
    // Names are ours and well-formed, so neither fails.
    let _ = match &value.0 {
        Some(text) => element.set_attribute(name, text),
        None => element.remove_attribute(name),
    };
}

fn put_property(element: &Element, name: &str, value: &Value) {
    let value = match &value.0 {
        Some(text) if text.is_empty() && matches!(name, "checked" | "open") => true.into(),
        Some(text) => text.as_ref().into(),
        None => false.into(),
    };
    let _ = js_sys::Reflect::set(element, &name.into(), &value);
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(El);

/// This page is never rendered on a server; what Leptos asks for that stays empty.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
