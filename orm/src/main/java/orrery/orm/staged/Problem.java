package orrery.orm.staged;

import java.util.Optional;

/// Why a change cannot be saved.
///
/// @param row which row it is about
/// @param field the raw name of the field; empty where it is about the whole row
/// @param sentence what is wrong
public record Problem(RowRef row, Optional<String> field, String sentence) {}
