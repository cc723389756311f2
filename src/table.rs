//! `table!`: an enum and one row per variant, so that what the product knows stays data.
//!
//! A row type is any struct with a field `id: &'static str`. Ids are what files, URLs and the contract use; they never
//! change once released.

/// Declares an enum whose variants each own one constant row, and gives it `ALL`, `COUNT`, `row()`, `id()`, `FromStr`,
/// `Display` and serde as the id.
macro_rules! table {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $row:ty {
            $( $(#[$variant_meta:meta])* $variant:ident => $value:expr ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $( $(#[$variant_meta])* $variant ),+ }

        impl $name {
            /// Every variant, in the order of the table.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];
            /// How many variants there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The constant row of this variant.
            pub fn row(self) -> &'static $row {
                static ROWS: [$row; $name::COUNT] = [ $( $value ),+ ];
                &ROWS[self as usize]
            }

            /// The stable identifier, as the contract spells it.
            pub fn id(self) -> &'static str {
                self.row().id
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.id())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::table::UnknownId;
            fn from_str(id: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|row| row.id() == id).ok_or($crate::table::UnknownId)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::table::deserialize_id(deserializer, stringify!($name))
            }
        }
    };
}
pub(crate) use table;

/// The id names no row of the table it was looked up in. It does not carry the id: an id may be pasted text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownId;

impl std::fmt::Display for UnknownId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no row has this id")
    }
}

impl std::error::Error for UnknownId {}

/// Reads an id into its variant. The error names the table, never the value.
pub(crate) fn deserialize_id<'de, T, D>(deserializer: D, table: &str) -> Result<T, D::Error>
where
    T: std::str::FromStr,
    D: serde::Deserializer<'de>,
{
    let id = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
    id.parse().map_err(|_| serde::de::Error::custom(format_args!("the {table} is not one of the known ids")))
}
