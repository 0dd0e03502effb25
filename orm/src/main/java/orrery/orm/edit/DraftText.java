package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Parsed;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.chain.Span;
import orrery.orm.chain.Token;
import orrery.orm.chain.Tokens;
import orrery.orm.error.OrmError;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// A draft as text and back, with the place of each slot.
///
/// A muted step is a comment of its own line, `# .filter(…)`: so the text holds all of the draft,
/// and Django reads it as what is asked. Immutable.
///
/// @param draft the draft
/// @param starts where in the text each slot starts, in UTF-16 units
/// @param end where the chain's end starts
public record DraftText(Draft draft, List<Integer> starts, int end) {

  private static final String INDENT = "\n    ";

  /// Makes it from a copy of `starts`.
  public DraftText {
    starts = List.copyOf(starts);
  }

  /// Reads a draft.
  ///
  /// @throws OrmError where `text` is no chain
  public static DraftText read(String text) {
    Parsed parsed = Parser.parse(text);
    Query query = parsed.chain().query();
    List<Draft.Slot> slots = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Token> comments =
        Tokens.of(text).stream().filter(t -> t.kind() == Token.Kind.COMMENT).toList();
    int next = 0;
    for (Step step : query.steps()) {
      int start = parsed.places().of(step).map(Span::start).orElse(text.length());
      while (next < comments.size() && comments.get(next).start() < start) {
        mute(query.model(), comments.get(next), slots, starts);
        next++;
      }
      slots.add(new Draft.Slot(step));
      starts.add(start);
    }
    for (Token comment : comments.subList(next, comments.size())) {
      mute(query.model(), comment, slots, starts);
    }
    Terminal terminal = parsed.chain().terminal();
    boolean isPlain = terminal instanceof Terminal.Fetch;
    Optional<Span> place = isPlain ? Optional.empty() : parsed.places().of(terminal);
    return new DraftText(
        new Draft(query.model(), slots, terminal),
        starts,
        place.map(Span::start).orElse(text.length()));
  }

  private static void mute(
      String model, Token comment, List<Draft.Slot> slots, List<Integer> starts) {
    String inside = comment.text().substring(1).strip();
    if (!inside.startsWith(".") && !inside.startsWith("[")) {
      return;
    }
    for (Step step : steps(model, inside)) {
      slots.add(new Draft.Slot(step, true));
      starts.add(comment.start());
    }
  }

  /// Returns the steps that `text`, such as `.filter(a=1)[:5]`, adds to a chain; none where it adds
  /// none or is wrong.
  private static List<Step> steps(String model, String text) {
    try {
      return Parser.parse(model + ".objects" + text).chain().query().steps();
    } catch (OrmError wrong) {
      // A comment is for people first: one that is no step stays a comment.
      return List.of();
    }
  }

  /// Returns the text of `draft`, on one line where it fits in `width` characters.
  public static String write(Draft draft, int width) {
    if (!draft.hasMuted()) {
      return Printer.pretty(draft.chain(), width);
    }
    StringBuilder text = new StringBuilder("(" + INDENT + draft.model() + ".objects");
    boolean isManager = true;
    for (Draft.Slot slot : draft.slots()) {
      boolean isSlice = slot.step() instanceof Step.Slice;
      if (isSlice && isManager && !slot.muted()) {
        text.append(INDENT).append(".all()");
      }
      isManager &= slot.muted();
      text.append(INDENT).append(slot.muted() ? "# " : "").append(isSlice ? "" : ".");
      text.append(Printer.print(slot.step()));
    }
    // Django has no slice, no end by a place and no delete() on a manager.
    boolean needsAll =
        switch (draft.terminal()) {
          case Terminal.Fetch _, Terminal.Index _, Terminal.Delete _ -> isManager;
          case Terminal other -> false;
        };
    if (needsAll) {
      text.append(INDENT).append(".all()");
    }
    String end = StepText.of(draft.terminal());
    if (!end.isEmpty()) {
      text.append(INDENT).append(end);
    }
    return text.append("\n)").toString();
  }

  /// Returns the slot that stands at `caret`; -1 before the first.
  public int slotAt(int caret) {
    int at = -1;
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i) - 1 <= caret) {
        at = i;
      }
    }
    return at;
  }
}
