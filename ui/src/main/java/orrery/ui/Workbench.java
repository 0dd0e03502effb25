package orrery.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Preview;
import orrery.orm.Result;
import orrery.orm.chain.Printer;
import orrery.orm.db.Action;
import orrery.orm.db.Settings;
import orrery.orm.edit.Parameter;
import orrery.orm.error.OrmError;
import orrery.orm.error.PasswordRequired;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Terminal;
import orrery.ui.task.Latest;
import orrery.ui.task.Tasks;

/// What is open and what is asked, as observable values: the one thing that all features hang on.
///
/// The text is what the user edits; from it follow the preview (the chain and its SQL, or an error)
/// at once, and the answer when it is run. Belongs to the window's thread.
public final class Workbench implements AutoCloseable {
  /// How many rows are fetched at a time where more may come.
  public static final int PAGE = 200;

  /// A preview that takes longer than this moves off the window's thread.
  private static final long FAST_ENOUGH_NANOS = 4_000_000;

  private static final Models NO_MODELS = new Models(List.of());
  private static final Preview NOTHING = new Preview(Optional.empty(), List.of(), Optional.empty());

  private final Opener opener;
  private final Tasks tasks;
  private final Latest opening;
  private final Latest running;
  private final Latest previewing;
  private final History<String> asked = new History<>(1000);

  private final ReadOnlyObjectWrapper<@Nullable OpenDatabase> database =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Models> models = new ReadOnlyObjectWrapper<>(NO_MODELS);
  private final ReadOnlyObjectWrapper<OpenState> openState =
      new ReadOnlyObjectWrapper<>(new OpenState.Idle());
  private final StringProperty text = new SimpleStringProperty("");
  private final IntegerProperty caret = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ObjectProperty<@Nullable Contrast> contrast = new SimpleObjectProperty<>();
  private final IntegerProperty pointed = new SimpleIntegerProperty(-2);
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunState> runState =
      new ReadOnlyObjectWrapper<>(new RunState.Idle());
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Cost> lastCost = new ReadOnlyObjectWrapper<>(Cost.NONE);
  private final Total total;
  private final BooleanBinding isOpen = database.isNotNull();
  private final BooleanBinding isRunning =
      Bindings.createBooleanBinding(() -> runState.get() instanceof RunState.Running, runState);

  private final Parameters parameters = new Parameters(this::refresh);

  private long lastPreviewNanos;
  private Guard guard = Guard.OPEN;

  /// Makes a workbench with nothing open.
  public Workbench(Opener opener, Tasks tasks) {
    this.opener = opener;
    this.tasks = tasks;
    total = new Total(tasks);
    opening = new Latest(tasks);
    running = new Latest(tasks);
    previewing = new Latest(tasks);
    text.addListener((_, _, _) -> refresh());
  }

  // Properties

  /// The database that is open; null where none is.
  public ReadOnlyObjectProperty<@Nullable OpenDatabase> databaseProperty() {
    return database.getReadOnlyProperty();
  }

  /// Returns the database that is open; null where none is.
  public @Nullable OpenDatabase database() {
    return database.get();
  }

  /// What the window says of the database that is open; null where none is.
  public ReadOnlyObjectProperty<@Nullable Opened> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// Says whether a database is open.
  public BooleanBinding isOpen() {
    return isOpen;
  }

  /// The models of the database; none where none is open.
  public ReadOnlyObjectProperty<Models> modelsProperty() {
    return models.getReadOnlyProperty();
  }

  /// Where the opening of a database stands.
  public ReadOnlyObjectProperty<OpenState> openStateProperty() {
    return openState.getReadOnlyProperty();
  }

  /// The text of the chain, as the user edits it.
  public StringProperty textProperty() {
    return text;
  }

  /// What the chain leaves open, and what was typed for it.
  public Parameters parameters() {
    return parameters;
  }

  /// Where the caret stands in the text, in characters from its start. The pane that shows the text
  /// keeps it.
  public IntegerProperty caretProperty() {
    return caret;
  }

  /// What the text means, and what it would send.
  public ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// The chains that the text's own is compared with, so that what one step adds to the SQL can be
  /// shown; null where nothing is.
  public ObjectProperty<@Nullable Contrast> contrastProperty() {
    return contrast;
  }

  /// The step of the chain whose part of the SQL the mouse is on, counted from 0, muted ones too;
  /// -1 for what the model itself brings, -2 where the mouse is elsewhere.
  public IntegerProperty pointedProperty() {
    return pointed;
  }

  /// What is wrong with the text; null where nothing is.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Where the run stands.
  public ReadOnlyObjectProperty<RunState> runStateProperty() {
    return runState.getReadOnlyProperty();
  }

  /// Says whether a chain is running.
  public BooleanBinding isRunning() {
    return isRunning;
  }

  /// The last good answer; null before the first. It stays while another runs or fails.
  public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /// What the last action cost.
  public ReadOnlyObjectProperty<Cost> lastCostProperty() {
    return lastCost.getReadOnlyProperty();
  }

  /// What everything since the database was opened cost, its opening included.
  public ReadOnlyObjectProperty<Cost> totalCostProperty() {
    return total.costProperty();
  }

  /// The texts that were run, in their order.
  public History<String> asked() {
    return asked;
  }

  /// Returns what asks the database beside the runs.
  public Beside beside() {
    return new Beside(tasks);
  }

  /// Returns `chain` with what was typed for its parameters, where it can be run so.
  public Optional<Chain> bound(Chain chain) {
    OpenDatabase on = database.get();
    try {
      return on == null ? Optional.empty() : Optional.of(on.runner().bind(chain, parameters.all()));
    } catch (ValueError missing) {
      return Optional.empty();
    }
  }

  // Commands

  /// Has `guard` asked before what is shown is left for something else.
  public void guard(Guard guard) {
    this.guard = guard;
  }

  /// Does `leave`, by which what is shown is left, once nothing is lost by it.
  public void leaving(Runnable leave) {
    if (guard.lets(leave)) {
      leave.run();
    }
  }

  /// Opens the database at `given`, in the background; what was open is closed when that has
  /// succeeded. A password in it is for the opener alone.
  public void open(String given, boolean write) {
    open(given, write, false);
  }

  /// Opens the database at `given` as [#open(String, boolean)] does, and keeps its password in the
  /// system's keyring where that is wished and it was the right one.
  public void open(String given, boolean write, boolean remember) {
    if (!guard.lets(() -> open(given, write, remember))) {
      return;
    }
    String location = Settings.withoutPassword(given);
    openState.set(new OpenState.Opening(location, System.nanoTime()));
    opening.start(
        signal -> {
          OpenDatabase opened =
              new Action("Open " + location).call(() -> opener.open(given, write));
          // Nobody will take what was not waited for.
          signal.onCancel(opened::close);
          if (remember) {
            opener.remember(location);
          }
          return opened;
        },
        opened -> opened(location, opened),
        error ->
            openState.set(
                new OpenState.Failed(
                    location, Trouble.of(error), error instanceof PasswordRequired)));
  }

  /// Says whether passwords can be kept in a keyring of the system.
  public boolean hasKeyring() {
    return opener.hasKeyring();
  }

  /// Gives up opening what is being opened, or puts away the error of it.
  public void stopOpening() {
    opening.cancel();
    openState.set(new OpenState.Idle());
  }

  /// Closes what is open, whatever is lost.
  @Override
  public void close() {
    take(null, null);
  }

  /// Writes `Model.objects.all()` for the model called `name` and runs it.
  public void show(String name) {
    ask(name + ".objects.all()");
  }

  /// Writes `chain` and runs it.
  public void ask(String chain) {
    if (!guard.lets(() -> ask(chain))) {
      return;
    }
    text.set(chain);
    caret.set(chain.length());
    run();
  }

  /// Writes `words` into the text where the caret stands.
  public void insert(String words) {
    String now = text.get();
    int at = Math.clamp(caret.get(), 0, now.length());
    text.set(now.substring(0, at) + words + now.substring(at));
    caret.set(at + words.length());
  }

  /// Puts the name that was probably meant in the place of the wrong one.
  ///
  /// @return whether there was something to mend
  public boolean fix() {
    Trouble wrong = trouble.get();
    if (wrong == null || !wrong.hasPlace() || wrong.suggestion().isEmpty()) {
      return false;
    }
    String now = text.get();
    String meant = wrong.suggestion().get();
    int from = Fix.offset(now, wrong.line(), wrong.column());
    int to = Fix.end(now, from);
    text.set(now.substring(0, from) + meant + now.substring(to));
    caret.set(from + meant.length());
    return true;
  }

  /// Runs the text, in the background. What ran before is stopped.
  public void run() {
    OpenDatabase on = database.get();
    if (on == null || text.get().isBlank() || !guard.lets(this::run)) {
      return;
    }
    if (previewing.isRunning()) {
      previewing.cancel();
      show(on.runner().preview(text.get(), parameters.all()));
    }
    String asking = text.get();
    asked.add(asking);
    Optional<Chain> chain = preview.get().chain();
    Trouble wrong = trouble.get();
    if (wrong != null || chain.isEmpty()) {
      running.cancel();
      Trouble said = wrong == null ? Trouble.of(new IllegalStateException("No chain.")) : wrong;
      runState.set(new RunState.Failed(asking, said));
      return;
    }
    start(on, asking, chain.get());
  }

  /// Runs another chain than that of the text, such as its first steps alone; the text stays.
  public void runBeside(Chain chain) {
    OpenDatabase on = database.get();
    if (on != null && guard.lets(() -> runBeside(chain))) {
      start(on, Printer.print(chain), chain);
    }
  }

  private void start(OpenDatabase on, String asking, Chain chain) {
    runState.set(new RunState.Running(asking, System.nanoTime()));
    Map<String, String> values = parameters.all();
    Action action = new Action(asking.strip().replaceAll("\\s*\\n\\s*", ""));
    Meter meter = new Meter(on.log(), action);
    running.start(
        signal -> {
          signal.onCancel(action::stop);
          try (meter) {
            return action.call(() -> answer(on, asking, chain, values, meter));
          }
        },
        this::answered,
        error -> {
          lastCost.set(meter.read());
          runState.set(new RunState.Failed(asking, Trouble.of(error)));
        });
  }

  /// Stops the run that is under way.
  public void stop() {
    if (runState.get() instanceof RunState.Running was) {
      running.cancel();
      runState.set(new RunState.Stopped(was.text(), System.nanoTime() - was.since()));
    }
  }

  /// Writes and runs the text that was run before this one.
  public void back() {
    asked.back().ifPresent(this::ask);
  }

  /// Writes and runs the text that was run after this one.
  public void forward() {
    asked.forward().ifPresent(this::ask);
  }

  private void opened(String location, OpenDatabase opened) {
    take(Opened.of(location, opened), opened);
    openState.set(new OpenState.Idle());
    lastCost.set(total.costProperty().get());
  }

  private void take(@Nullable Opened about, @Nullable OpenDatabase next) {
    running.cancel();
    previewing.cancel();
    OpenDatabase before = database.get();
    database.set(null);
    opened.set(null);
    asked.clear();
    parameters.clear();
    answer.set(null);
    runState.set(new RunState.Idle());
    lastCost.set(Cost.NONE);
    total.reset();
    if (next != null) {
      total.follow(next.log());
    }
    models.set(next == null ? NO_MODELS : next.models());
    text.set("");
    caret.set(0);
    database.set(next);
    opened.set(about);
    refresh();
    if (before != null) {
      tasks.start(
          _ -> {
            before.close();
            return before;
          },
          _ -> {},
          _ -> {});
    }
  }

  private void answered(Answer good) {
    answer.set(good);
    lastCost.set(good.cost());
    runState.set(new RunState.Done(good.cost()));
  }

  private static Answer answer(
      OpenDatabase on, String text, Chain chain, Map<String, String> values, Meter meter) {
    Chain sent = on.runner().bind(chain, values);
    boolean paged = chain.terminal() instanceof Terminal.Fetch;
    Result result = paged ? on.runner().page(sent, 0, PAGE) : on.runner().run(sent);
    boolean more = paged && rows(result) >= PAGE;
    return new Answer(text, chain, sent, result, more, on, meter.read());
  }

  private static int rows(Result result) {
    return switch (result) {
      case Result.Objects objects -> objects.rows().size();
      case Result.Values values -> values.rows().size();
      case Result.Scalar _ -> 1;
      case Result.PlanText _ -> 1;
    };
  }

  private void refresh() {
    OpenDatabase on = database.get();
    previewing.cancel();
    if (on == null || text.get().isBlank()) {
      show(NOTHING);
    } else if (lastPreviewNanos < FAST_ENOUGH_NANOS) {
      show(timed(on, text.get(), parameters.all()));
    } else {
      String now = text.get();
      Map<String, String> values = parameters.all();
      previewing.start(_ -> timed(on, now, values), this::show, error -> show(failed(error)));
    }
  }

  private Preview timed(OpenDatabase on, String now, Map<String, String> values) {
    long start = System.nanoTime();
    Preview made = on.runner().preview(now, values);
    lastPreviewNanos = System.nanoTime() - start;
    return made;
  }

  // Most chains have none, and are looked through on every keystroke.
  private List<Parameter> parameters(Preview made) {
    return made.chain().isPresent() && text.get().contains(Parameter.CALL)
        ? Parameter.of(models.get(), made.chain().get())
        : List.of();
  }

  private static Preview failed(Throwable error) {
    if (error instanceof OrmError known) {
      return new Preview(Optional.empty(), List.of(), Optional.of(known));
    }
    throw new IllegalStateException("A preview failed", error);
  }

  private void show(Preview made) {
    parameters.show(parameters(made));
    preview.set(made);
    trouble.set(made.error().map(Trouble::of).orElse(null));
  }
}
