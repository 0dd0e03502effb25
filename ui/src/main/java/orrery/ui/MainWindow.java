package orrery.ui;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import orrery.assets.Assets;
import orrery.ui.builder.BuilderCommands;
import orrery.ui.builder.BuilderView;
import orrery.ui.builder.BuilderViewModel;
import orrery.ui.chart.ChartCommands;
import orrery.ui.chart.ChartView;
import orrery.ui.chart.ChartViewModel;
import orrery.ui.chart.TableOrChart;
import orrery.ui.code.ChainView;
import orrery.ui.code.ChainViewModel;
import orrery.ui.code.CodeCommands;
import orrery.ui.code.PlanViewModel;
import orrery.ui.code.SqlView;
import orrery.ui.code.SqlViewModel;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.connect.ConnectCommands;
import orrery.ui.connect.ConnectViewModel;
import orrery.ui.connect.DatabaseChip;
import orrery.ui.connect.DatabaseFiles;
import orrery.ui.connect.DropTarget;
import orrery.ui.connect.StartView;
import orrery.ui.grid.EditCommands;
import orrery.ui.grid.EditingViewModel;
import orrery.ui.grid.ExportCard;
import orrery.ui.grid.GridCommands;
import orrery.ui.grid.GridView;
import orrery.ui.grid.GridViewModel;
import orrery.ui.grid.Questions;
import orrery.ui.importing.CsvFiles;
import orrery.ui.importing.ImportView;
import orrery.ui.importing.ImportViewModel;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Keys;
import orrery.ui.kit.NextFrame;
import orrery.ui.kit.Overlay;
import orrery.ui.kit.Pause;
import orrery.ui.kit.Toasts;
import orrery.ui.log.LogView;
import orrery.ui.log.LogViewModel;
import orrery.ui.models.ModelsView;
import orrery.ui.models.ModelsViewModel;
import orrery.ui.saved.ParametersView;
import orrery.ui.saved.ProjectViewModel;
import orrery.ui.saved.SavedCommands;
import orrery.ui.saved.SavedViewModel;
import orrery.ui.shell.Frame;
import orrery.ui.shell.Header;
import orrery.ui.shell.KeyDispatch;
import orrery.ui.shell.Palette;
import orrery.ui.shell.PaletteRow;
import orrery.ui.shell.PaletteViewModel;
import orrery.ui.shell.Panes;
import orrery.ui.shell.ShellCommands;
import orrery.ui.shell.ShortcutSheet;
import orrery.ui.shell.SidePanel;
import orrery.ui.shell.StatusBar;
import orrery.ui.shell.StatusViewModel;
import orrery.ui.theme.Theme;

/// The main window: makes all features, wires them to one workbench, and shows the start screen
/// while no database is open.
public final class MainWindow {
  private final Pause planning = new Pause(Duration.millis(250));
  private final Pause building = new Pause(Duration.millis(350));
  private final Workbench workbench;
  private final Preferences preferences;
  private final Commands commands = new Commands();
  private final Overlay overlay = new Overlay();
  private final Toasts toasts = new Toasts();
  private final DatabaseFiles files = new DatabaseFiles();
  private final CsvFiles csvFiles = new CsvFiles();
  private final ImportViewModel importing;
  private final ConnectViewModel connect;
  private final ProjectViewModel project;
  private final StackPane screen = new StackPane();
  private final StackPane root;
  private Node focusFirst = screen;
  private final StringBinding title;

  /// Makes it.
  ///
  /// @param quit ends the program
  public MainWindow(Workbench workbench, Preferences preferences, Theme theme, Runnable quit) {
    this(workbench, preferences, theme, Keeping.inMemory(), quit);
  }

  /// Makes it.
  ///
  /// @param keeping where saved queries and history are kept
  /// @param quit ends the program
  public MainWindow(
      Workbench workbench, Preferences preferences, Theme theme, Keeping keeping, Runnable quit) {
    this.workbench = workbench;
    this.preferences = preferences;
    SavedQueries queries = new SavedQueries();
    project =
        new ProjectViewModel(
            workbench,
            preferences,
            queries,
            keeping.projects(),
            workbench.beside().tasks(),
            new Pause(Duration.seconds(1)),
            this::tellOfProject);
    connect = new ConnectViewModel(workbench, preferences, this::openProject);
    theme.appearanceProperty().bindBidirectional(preferences.appearanceProperty());
    ModelsViewModel models = new ModelsViewModel(workbench);

    ChainViewModel chainModel = new ChainViewModel(workbench);
    SqlViewModel sqlModel = new SqlViewModel(workbench);
    List<Command> asking = WorkbenchCommands.of(workbench);
    ChainView chain = new ChainView(chainModel, chainActions(asking));
    PlanViewModel planModel = new PlanViewModel(workbench, planning);
    SqlView sql = new SqlView(sqlModel, planModel);
    BuilderViewModel builderModel = new BuilderViewModel(workbench, building);
    BuilderView builder = new BuilderView(builderModel);
    workbench.modelsProperty().subscribe(_ -> builder.refresh());
    LogView log = new LogView(new LogViewModel(workbench, new NextFrame()));
    Runnable focusChain = chain.focusTarget()::requestFocus;
    ModelsView modelsView = new ModelsView(models, focusChain);
    GridViewModel gridModel = new GridViewModel(workbench, workbench.beside());
    GridView grid = new GridView(gridModel);
    EditingViewModel editing = gridModel.editing();
    new Questions(editing, overlay);
    editing.onDone(words -> toasts.show(Toasts.Tone.DONE, words));
    importing = new ImportViewModel(workbench, workbench.beside());
    new ImportView(importing, overlay);
    importing.onDone(words -> toasts.show(Toasts.Tone.DONE, words));

    ChartViewModel charting = new ChartViewModel(workbench, workbench.beside().tasks());
    ChartKeeper charts = new ChartKeeper(toasts);
    List<Command> drawing = ChartCommands.of(charting, workbench.isOpen(), charts);
    ChartView chart = new ChartView(charting, workbench.beside().tasks(), charts.button(drawing));
    charts.keep(chart);
    grid.alternate(new TableOrChart(charting, drawing.getFirst()), chart, charting.shownProperty());

    ParametersView asks = new ParametersView(workbench.parameters(), workbench::run);
    grid.form(asks);
    SavedViewModel savedModel = new SavedViewModel(workbench, queries);
    SavedHands hands =
        new SavedHands(
            workbench, preferences, savedModel, keeping.past(), project, overlay, toasts);
    SidePanel side =
        hands.panel(
            new SidePanel.Part("Models", modelsView, modelsView.focusTarget(), modelsView.tools()));
    keeping.past().follow(workbench);

    Frame frame =
        new Frame(
            new Panes(
                new Panes.Pane(side, side::focusTarget),
                new Panes.Pane(builder, builder.focusTarget()),
                new Panes.Pane(chain, chain.focusTarget()),
                new Panes.Pane(sql, sql.focusTarget()),
                new Panes.Pane(
                    grid,
                    () ->
                        charting.shownProperty().get() ? chart.focusTarget() : grid.focusTarget()),
                new Panes.Pane(log, log.focusTarget())),
            preferences);
    Palette palette =
        new Palette(new PaletteViewModel(workbench, commands, this::recents), overlay);
    ShortcutSheet sheet = new ShortcutSheet(commands, overlay);

    commands.add(ConnectCommands.of(connect, this::chooseFile));
    commands.add(SavedCommands.project(workbench.isOpen(), hands));
    commands.add(
        Command.builder("file.import", "File", "Import CSV…")
            .synonyms("load upload rows comma separated")
            .keys("Shortcut+Shift+I")
            .icon("fth-download")
            .section()
            .enabled(workbench.isOpen())
            .does(this::chooseCsv));
    commands.add(
        Command.builder("file.quit", "File", "Quit")
            .synonyms("exit")
            .keys("Shortcut+Q")
            .section()
            .does(() -> workbench.leaving(quit)));
    commands.add(asking);
    commands.add(BuilderCommands.of(builderModel, builder::add, workbench.isOpen(), Copy::text));
    commands.add(EditCommands.of(editing, workbench.isOpen()));
    commands.add(CodeCommands.of(chainModel, sqlModel, planModel, Copy::text));
    commands.add(GridCommands.of(gridModel, grid, () -> export(gridModel), Copy::text));
    commands.add(drawing);
    List<Command> saving = SavedCommands.queries(savedModel, workbench.isOpen(), hands);
    commands.add(ShellCommands.view(preferences, theme.isDark(), workbench.isOpen()));
    commands.add(go(palette, frame, side, modelsView, focusChain));
    commands.add(saving);
    commands.add(
        Command.builder("go.parameters", "Go", "Parameters of the Chain")
            .synonyms("form values placeholders")
            .keys("Shortcut+Shift+P")
            .icon("fth-sliders")
            .enabled(asks.visibleProperty())
            .does(asks::begin));
    commands.add(
        Command.builder("help.keys", "Help", "Keyboard Shortcuts")
            .synonyms("keys cheat sheet")
            .keys("Shortcut+Slash")
            .otherKeys("F1")
            .icon("fth-command")
            .does(sheet::open));

    StartView start = new StartView(connect, logo(), this::chooseFile);
    BorderPane window = new BorderPane(screen);
    window.setTop(new Header(commands, new DatabaseChip(connect, this::chooseFile)));
    window.setBottom(new StatusBar(new StatusViewModel(workbench)));
    root = new StackPane();
    root.getStyleClass().add("window");
    root.getChildren().addAll(window, toasts, overlay, new DropTarget(root, this::take));
    workbench
        .isOpen()
        .subscribe(
            open -> show(open ? frame : start, open ? side.focusTarget() : start.focusTarget()));
    workbench.openStateProperty().subscribe(this::tellWhatFailed);
    title =
        Bindings.createStringBinding(
            () -> {
              Opened opened = workbench.openedProperty().get();
              Path named = project.fileProperty().get();
              String what = opened == null ? "" : opened.title() + " – ";
              return named == null || opened == null
                  ? what + "Orrery"
                  : ProjectViewModel.title(named) + " – " + what + "Orrery";
            },
            workbench.openedProperty(),
            project.fileProperty());
  }

  /// Says whether nothing waits for the next key to stay away.
  public boolean isAtRest() {
    return !planning.isWaiting() && !building.isWaiting();
  }

  /// Returns the scene of the window, in the look of `theme`.
  public Scene scene(Theme theme) {
    Scene scene =
        new Scene(root, preferences.widthProperty().get(), preferences.heightProperty().get());
    theme.style(scene);
    new KeyDispatch(commands).on(scene);
    // Changes of rows are saved first; the keys come here where there are none.
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Keys.of(SavedCommands.SAVE).match(key)) {
            commands.get("saved.save").run();
            key.consume();
          }
        });
    root.applyCss();
    focusFirst.requestFocus();
    return scene;
  }

  /// What the window's title bar says.
  public StringBinding title() {
    return title;
  }

  /// Opens a project's file: its database, its saved queries and its chain.
  public void openProject(Path file) {
    project.open(file);
  }

  /// Stores what was not stored yet, and waits for it: for the end of the program.
  ///
  /// @throws IOException where it cannot be written
  public void flush() throws IOException {
    project.flush();
  }

  /// Returns everything that can be done in this window.
  public Commands commands() {
    return commands;
  }

  /// Tells the user of a mistake of the program itself, and lets the work go on.
  public void tell(Throwable error) {
    Trouble trouble = Trouble.of(error);
    Button copy = new Button("Copy details");
    copy.setOnAction(_ -> Copy.text(trouble.words() + "\n" + trouble.details()));
    toasts.show(Toasts.Tone.FAILED, "Something went wrong: " + trouble.sentence(), copy);
  }

  private void tellOfProject(Throwable error) {
    toasts.show(Toasts.Tone.FAILED, Trouble.of(error).sentence());
  }

  private static ImageView logo() {
    // Twice the size, for screens with two pixels to the point.
    ImageView logo = new ImageView(Assets.icon(128).toExternalForm());
    logo.setFitWidth(56);
    logo.setFitHeight(56);
    logo.setSmooth(true);
    return logo;
  }

  // Back, forward, and the one button that does it.
  private static ButtonBase[] chainActions(List<Command> asking) {
    Commands by = new Commands();
    by.add(asking);
    Button run = Buttons.words("Run", by.get("query.run"));
    run.setId("chain-run");
    run.getStyleClass().addAll("primary", Styles.SMALL);
    return new ButtonBase[] {
      Buttons.icon(by.get("query.back")), Buttons.icon(by.get("query.forward")), run
    };
  }

  private List<Command> go(
      Palette palette, Frame frame, SidePanel side, ModelsView modelsView, Runnable focusChain) {
    return List.of(
        Command.builder("go.palette", "Go", "Search Commands and Models")
            .synonyms("palette find anything")
            .keys("Shortcut+K")
            .otherKeys("Shortcut+P")
            .icon("fth-search")
            .does(palette::open),
        Command.builder("go.models", "Go", "Search Models and Fields")
            .keys("Shortcut+Shift+F")
            .icon("fth-grid")
            .section()
            .enabled(workbench.isOpen())
            .does(() -> {
              preferences.leftShownProperty().set(true);
              side.show(0);
              modelsView.focusSearch();
            }),
        Command.builder("go.chain", "Go", "Chain")
            .synonyms("editor text")
            .keys("Shortcut+L")
            .icon("fth-code")
            .enabled(workbench.isOpen())
            .does(focusChain),
        Command.builder("go.next", "Go", "Next Pane")
            .keys("F6")
            .icon("fth-chevrons-right")
            .section()
            .enabled(workbench.isOpen())
            .does(() -> frame.moveFocus(1)),
        Command.builder("go.previous", "Go", "Previous Pane")
            .keys("Shift+F6")
            .icon("fth-chevrons-left")
            .enabled(workbench.isOpen())
            .does(() -> frame.moveFocus(-1)));
  }

  private void show(Parent content, Node focus) {
    screen.getChildren().setAll(content);
    // Panes come into the scene with the skins of what divides them, and only then take the
    // keyboard.
    screen.applyCss();
    focus.requestFocus();
    focusFirst = focus;
  }

  /// Takes a file that was dropped on the window: a CSV file into the database that is open, any
  /// other as a database.
  public void take(String path) {
    if (workbench.isOpen().get() && CsvFiles.isOne(path)) {
      importing.open(Path.of(path));
    } else {
      connect.open(path);
    }
  }

  private void chooseCsv() {
    csvFiles.choose(root.getScene().getWindow()).ifPresent(importing::open);
  }

  private void export(GridViewModel grid) {
    ExportCard card = new ExportCard(grid.exporting(), overlay::hide);
    overlay.show(card, Pos.CENTER, card.begin());
  }

  private void chooseFile() {
    files.choose(root.getScene().getWindow()).ifPresent(connect::open);
  }

  private List<PaletteRow> recents() {
    List<PaletteRow> rows = new ArrayList<>();
    for (Recent recent : preferences.recents()) {
      if (recent.location().equals(ConnectViewModel.SAMPLE)) {
        continue;
      }
      rows.add(
          new PaletteRow(
              "fth-database",
              recent.title(),
              "Open " + recent.location(),
              "",
              List.of(),
              () -> connect.open(recent)));
    }
    return rows;
  }

  // The start screen shows its own errors; over another database there is no place for them.
  private void tellWhatFailed(OpenState state) {
    if (state instanceof OpenState.Failed failed && workbench.isOpen().get()) {
      toasts.show(
          Toasts.Tone.FAILED,
          "Could not open " + failed.location() + ". " + failed.trouble().sentence());
      workbench.stopOpening();
    }
  }
}
