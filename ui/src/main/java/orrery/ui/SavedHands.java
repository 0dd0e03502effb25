package orrery.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Overlay;
import orrery.ui.kit.Toasts;
import orrery.ui.saved.HistoryView;
import orrery.ui.saved.HistoryViewModel;
import orrery.ui.saved.ProjectFiles;
import orrery.ui.saved.ProjectViewModel;
import orrery.ui.saved.SaveCard;
import orrery.ui.saved.SavedCommands;
import orrery.ui.saved.SavedView;
import orrery.ui.saved.SavedViewModel;
import orrery.ui.shell.SidePanel;

/// The panel at the left with models, saved queries and history, and what is asked about them.
final class SavedHands implements SavedCommands.Hands {
  private static final int SAVED = 1;
  private static final int HISTORY = 2;

  private final Preferences preferences;
  private final Toasts toasts;
  private final ProjectViewModel project;
  private final SavedView saved;
  private final HistoryView history;
  private final SaveCard card;
  private final SavedViewModel model;
  private final Workbench workbench;
  private final ProjectFiles files = new ProjectFiles();
  private @Nullable SidePanel panel;

  SavedHands(
      Workbench workbench,
      Preferences preferences,
      SavedViewModel model,
      PastQueries past,
      ProjectViewModel project,
      Overlay overlay,
      Toasts toasts) {
    this.workbench = workbench;
    this.preferences = preferences;
    this.toasts = toasts;
    this.project = project;
    this.model = model;
    card =
        new SaveCard(
            model,
            overlay,
            query -> toasts.show(Toasts.Tone.DONE, "Saved “" + query.name() + "”."));
    saved = new SavedView(model, card::open, this::deleted);
    history = new HistoryView(new HistoryViewModel(workbench, past));
  }

  /// Returns the panel, with the models in front.
  SidePanel panel(SidePanel.Part models) {
    SidePanel made =
        new SidePanel(
            models,
            new SidePanel.Part("Saved", saved, saved.focusTarget(), saved.tools(this::save)),
            new SidePanel.Part("History", history, history.focusTarget(), history.tools()));
    panel = made;
    return made;
  }

  @Override
  public void save() {
    if (model.canSave().get()) {
      card.open();
    }
  }

  @Override
  public void showSaved() {
    show(SAVED);
    saved.focusSearch();
  }

  @Override
  public void showHistory() {
    show(HISTORY);
    history.focusSearch();
  }

  @Override
  public void openProject() {
    files.open(window()).ifPresent(project::open);
  }

  @Override
  public void saveProject() {
    if (project.fileProperty().get() == null) {
      saveProjectAs();
    } else {
      project.save(this::tell);
    }
  }

  @Override
  public void saveProjectAs() {
    Opened on = workbench.openedProperty().get();
    if (on != null) {
      String name = on.title().replaceFirst("\\.[^.]+$", "");
      files.save(window(), name).ifPresent(to -> project.saveAs(to, this::tell));
    }
  }

  private void show(int part) {
    preferences.leftShownProperty().set(true);
    if (panel != null) {
      panel.show(part);
      panel.applyCss();
    }
  }

  private javafx.stage.@Nullable Window window() {
    Node node = panel;
    return node == null || node.getScene() == null ? null : node.getScene().getWindow();
  }

  private void tell(Path path) {
    toasts.show(Toasts.Tone.DONE, "Saved the project as " + path.getFileName() + ".");
  }

  private void deleted(List<SavedQuery> some) {
    Button undo = new Button("Undo");
    undo.setId("saved-undo");
    undo.setOnAction(_ -> model.undo());
    toasts.show(
        Toasts.Tone.DONE,
        some.size() == 1
            ? "Deleted “" + some.getFirst().name() + "”."
            : "Deleted %,d saved queries.".formatted(some.size()),
        undo);
  }
}
