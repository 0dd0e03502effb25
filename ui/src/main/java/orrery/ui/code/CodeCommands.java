package orrery.ui.code;

import java.util.List;
import orrery.ui.command.Command;

/// What can be done with the chain's text and its SQL, as commands.
public final class CodeCommands {
  private CodeCommands() {}

  /// Returns them.
  ///
  /// @param copy puts text into the clipboard
  public static List<Command> of(
      ChainViewModel chain, SqlViewModel sql, PlanViewModel plan, CopyText copy) {
    return List.of(
        Command.builder("query.format", "Query", "Format")
            .synonyms("pretty indent layout lines")
            .keys("Shift+Alt+F")
            .icon("fth-align-left")
            .section()
            .enabled(chain.canFormat())
            .does(chain::format),
        Command.builder("query.copy-sql", "Query", "Copy SQL")
            .synonyms("clipboard statement")
            .icon("fth-copy")
            .enabled(sql.countProperty().greaterThan(0))
            .does(() -> copy.copy(sql.copied())),
        Command.builder("query.plan", "Query", "Show the Plan")
            .synonyms("explain slow index scan")
            .keys("Shortcut+Shift+E")
            .enabled(sql.countProperty().greaterThan(0))
            .toggles(plan.shownProperty()),
        Command.builder("query.values", "Query", "Show Values in SQL")
            .synonyms("parameters inline placeholders")
            .toggles(sql.inlineProperty()));
  }

  /// Takes text to be pasted elsewhere.
  @FunctionalInterface
  public interface CopyText {
    /// Makes `text` what is pasted next.
    void copy(String text);
  }
}
