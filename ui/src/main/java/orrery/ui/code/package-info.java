/// The chain as text and the SQL that it would send: editor with completion, colours and mending of
/// errors, and beside it the statements as one types.
package orrery.ui.code;
