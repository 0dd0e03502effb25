package orrery.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;

/// What a text means before anything runs: the chain and its SQL, or what is wrong with it.
///
/// @param statements the SQL that would be sent, the main statement first
public record Preview(Optional<Chain> chain, List<Statement> statements, Optional<OrmError> error) {

  /// What an empty text means.
  public static final Preview EMPTY = new Preview(Optional.empty(), List.of(), Optional.empty());

  /// One statement as it would be sent.
  ///
  /// @param text the text, with a `?` for each parameter
  /// @param inlined the text with the parameters as literals in it
  /// @param reason why it would be sent, such as `prefetch of track_set`
  public record Statement(
      String text, List<@Nullable Object> parameters, String inlined, String reason) {}
}
