//! Functions that lie in a part of the program, a file of its own, which is loaded when one of them is first called.
//!
//! The build takes the parts out (`xtask/src/split.rs`). Built with `--cfg one_program`, as `cargo xtask build --plain`
//! does, the program has no parts, and the functions are called the same way.

/// Declares functions of parts: `#[part(name)] fn f(…) -> Result<T, E> { … }` is then called as `f(…).await`. `E` comes from a
/// `SplitLoaderError`: the part may not come.
macro_rules! loaded_later {
    ($(
        $(#[doc = $doc:literal])*
        #[part($part:ident)]
        $vis:vis fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block
    )+) => {$(
        #[cfg(not(one_program))]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $(#[doc = $doc])*
        $vis fn $name($($argument: $type),*) -> $result $body

        #[cfg(one_program)]
        $(#[doc = $doc])*
        $vis async fn $name($($argument: $type),*) -> $result $body
    )+};
}
pub(crate) use loaded_later;
