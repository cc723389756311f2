//! [`Watch`]: a memo of any type in the skin of one. Leptos' memos are generic, and each type would be in the download once more.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that can be compared with another one of its type.
trait Value: Any + Send + Sync {
    fn is_same(&self, other: &dyn Value) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same(&self, other: &dyn Value) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Held(Arc<dyn Value>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (*self.0).is_same(&*other.0)
    }
}

/// What a function gives, known to have changed only when it has.
pub(crate) struct Watch<T> {
    memo: Memo<Held>,
    gives: PhantomData<fn() -> T>,
}

impl<T> Clone for Watch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watch<T> {}

impl<T: PartialEq + Send + Sync + 'static> Watch<T> {
    /// Watches what `read` gives, which may read anything reactive.
    pub(crate) fn new(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::boxed(Box::new(move || Held(Arc::new(read()))))
    }

    fn boxed(read: Box<dyn Fn() -> Held + Send + Sync>) -> Self {
        Self { memo: Memo::new(move |_| read()), gives: PhantomData }
    }

    /// Looks at the value, and again whenever it changes.
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.look(self.memo.get(), look)
    }

    /// A copy of the value, and a new one whenever it changes.
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value as it is now.
    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.look(self.memo.get_untracked(), T::clone)
    }

    fn look<R>(self, held: Held, look: impl FnOnce(&T) -> R) -> R {
        let value = (*held.0).as_any().downcast_ref::<T>();
        look(value.expect("a watch holds what its reader gives"))
    }
}
