package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The tree of conditions: groups with a coloured rail, rules of a path, words and a value.
final class ConditionsView extends VBox {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final CardContext card;
  private final Supplier<ConditionsForm> form;
  private final ValueViews values;

  ConditionsView(CardContext card, Supplier<ConditionsForm> form) {
    this.card = card;
    this.form = form;
    this.values = new ValueViews(card, form);
    getStyleClass().add("conditions");
    List<ConditionsForm.Node> nodes = form.get().nodes();
    nodes.forEach(node -> getChildren().add(draw(node)));
    getChildren().add(adders(List.of()));
  }

  private String id(String what, List<Integer> place) {
    return card.id(local(what, place));
  }

  private static String local(String what, List<Integer> place) {
    return what + place.stream().map(i -> "-" + i).collect(Collectors.joining());
  }

  private HBox adders(List<Integer> group) {
    HBox line =
        Pieces.line(
            Pieces.add(
                id("add-rule", group),
                "Condition",
                () -> form.get().picker(),
                path -> form.get().add(group, path)),
            Pieces.add(
                id("add-group", group),
                "Any of",
                () -> form.get().picker(),
                path -> form.get().addGroup(group, path)),
            exists(group));
    line.getStyleClass().add("adders");
    return line;
  }

  private Button exists(List<Integer> group) {
    Button add = new Button("Related", Icons.of("fth-plus"));
    add.setId(id("add-exists", group));
    add.getStyleClass().addAll("flat", "small", "add-button");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setTooltip(new Tooltip("There are related rows, with conditions of their own"));
    add.setOnAction(_ ->
        PathPopOver.show(
            add, form.get().picker(), true, path -> form.get().addExists(group, path)));
    return add;
  }

  private Node draw(ConditionsForm.Node node) {
    return switch (node) {
      case ConditionsForm.Group group -> group(group);
      case ConditionsForm.RuleNode rule -> rule(rule);
      case ConditionsForm.ExistsNode exists -> exists(exists);
      case ConditionsForm.TextNode text -> text(text);
    };
  }

  private Node group(ConditionsForm.Group group) {
    List<Integer> place = group.place();
    ComboBox<String> kind =
        Pieces.choice(
            id("kind", place),
            ConditionsForm.kinds(),
            group.kind(),
            now -> form.get().join(place, now));
    kind.getStyleClass().add("group-kind");
    HBox head =
        Pieces.line(
            handle(place),
            kind,
            Pieces.space(),
            tool(
                "ungroup",
                place,
                "fth-corner-left-up",
                "Take the group apart",
                () -> form.get().ungroup(place)),
            Pieces.remove(
                id("remove", place), "Take the group out", () -> form.get().remove(place)));
    VBox inside = new VBox();
    inside.getStyleClass().addAll("group-inside", "rail-" + (place.size() - 1) % 4);
    group.nodes().forEach(node -> inside.getChildren().add(draw(node)));
    inside.getChildren().add(adders(place));
    VBox box = new VBox(head, inside);
    box.getStyleClass().add("condition-group");
    box.setUserData(place);
    return box;
  }

  private Node exists(ConditionsForm.ExistsNode exists) {
    List<Integer> place = exists.place();
    ComboBox<String> words =
        Pieces.choice(
            id("exists", place),
            List.of("there is", "there is no"),
            exists.negated() ? 1 : 0,
            _ -> form.get().negate(place));
    HBox head = Pieces.line(handle(place), words, Pieces.space(), tools(place, false));
    InnerView query =
        new InnerView(
            card.inside(local("query", place)),
            () -> form.get().query(place),
            InnerView.Use.EXISTS);
    VBox box = new VBox(head, query);
    box.getStyleClass().add("rule");
    return frame(box, place);
  }

  private Node rule(ConditionsForm.RuleNode rule) {
    List<Integer> place = rule.place();
    PathButton path =
        new PathButton(
            id("path", place),
            rule.path(),
            () -> form.get().picker(),
            now -> form.get().path(place, now));
    HBox top = Pieces.line(handle(place), path, Pieces.space(), tools(place, isMany(rule)));
    HBox below = Pieces.line(operator(rule));
    below.getStyleClass().add("rule-value");
    VBox box = new VBox(top, below);
    Node value = values.of(rule);
    boolean isLarge =
        switch (rule.input()) {
          case EXPRESSION, QUERY, CHIPS -> true;
          case NONE, TEXT, DATE, CHOICE, RANGE -> false;
        };
    if (isLarge) {
      VBox wide = new VBox(value);
      wide.getStyleClass().add("rule-value");
      box.getChildren().add(wide);
      below.getChildren().add(Pieces.space());
    } else {
      below.getChildren().add(value);
    }
    values.sources(rule).ifPresent(below.getChildren()::add);
    box.getStyleClass().add("rule");
    return frame(box, place);
  }

  private boolean isMany(ConditionsForm.RuleNode rule) {
    String words = rule.operators().get(rule.operator()).words();
    return form.get().canCount() && (words.equals("has any") || words.equals("has none"));
  }

  private HBox tools(List<Integer> place, boolean isMany) {
    HBox tools = new HBox();
    tools.getStyleClass().add("rule-tools");
    if (isMany) {
      tools
          .getChildren()
          .add(
              tool(
                  "at-least",
                  place,
                  "fth-hash",
                  "At least two of them",
                  () -> form.get().atLeast(place, 2)));
    }
    tools
        .getChildren()
        .addAll(
            tool("group", place, "fth-folder", "Group (Ctrl+G)", () -> form.get().group(place)),
            tool(
                "not",
                place,
                "fth-slash",
                "Turn into its opposite",
                () -> form.get().negate(place)),
            Pieces.remove(id("remove", place), "Take out", () -> form.get().remove(place)));
    return tools;
  }

  private Node tool(String what, List<Integer> place, String icon, String words, Runnable action) {
    Node tool = Buttons.icon(icon, words, action);
    tool.setId(id(what, place));
    tool.getStyleClass().add("line-tool");
    return tool;
  }

  private ComboBox<ConditionsForm.OperatorWords> operator(ConditionsForm.RuleNode rule) {
    ComboBox<ConditionsForm.OperatorWords> box = new ComboBox<>();
    box.setId(id("operator", rule.place()));
    box.getStyleClass().addAll("small", "operator");
    box.getItems().setAll(rule.operators());
    box.setVisibleRowCount(14);
    box.setCellFactory(_ -> new OperatorCell(true));
    box.setButtonCell(new OperatorCell(false));
    box.getSelectionModel().select(rule.operator());
    box.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) -> {
          if (now.intValue() >= 0) {
            form.get().operator(rule.place(), now.intValue());
          }
        });
    return box;
  }

  /// An operator in plain words, with Django's lookup small and grey beside.
  private static final class OperatorCell extends ListCell<ConditionsForm.OperatorWords> {
    private final boolean isWide;

    OperatorCell(boolean isWide) {
      this.isWide = isWide;
    }

    @Override
    protected void updateItem(ConditionsForm.OperatorWords item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label lookup = new Label(item.lookup());
      lookup.getStyleClass().add("lookup");
      HBox line = new HBox(6, new Label(item.words()));
      if (isWide) {
        line.getChildren().add(Pieces.space());
      }
      line.getChildren().add(lookup);
      line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }

  private Node text(ConditionsForm.TextNode text) {
    List<Integer> place = text.place();
    CommitField field =
        new CommitField(
                card,
                id("text", place),
                text.text(),
                "a condition, as Django writes it",
                now -> form.get().text(place, now))
            .code();
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line =
        Pieces.line(
            handle(place),
            field,
            Pieces.remove(id("remove", place), "Take out", () -> form.get().remove(place)));
    line.getStyleClass().add("rule");
    return frame(line, place);
  }

  private Node frame(javafx.scene.layout.Pane box, List<Integer> place) {
    box.setUserData(place);
    MenuItem group = new MenuItem("Group");
    group.setOnAction(_ -> form.get().group(place));
    MenuItem not = new MenuItem("Turn into its opposite");
    not.setOnAction(_ -> form.get().negate(place));
    MenuItem remove = new MenuItem("Take out");
    remove.setOnAction(_ -> form.get().remove(place));
    ContextMenu menu = new ContextMenu(group, not, remove);
    box.setOnContextMenuRequested(e -> menu.show(box, e.getScreenX(), e.getScreenY()));
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.isShortcutDown() && key.getCode() == KeyCode.G) {
            if (key.isShiftDown() && place.size() > 1) {
              form.get().ungroup(place.subList(0, place.size() - 1));
            } else if (!key.isShiftDown()) {
              form.get().group(place);
            }
            key.consume();
          } else if (key.isAltDown() && !key.isShortcutDown() && step(place, key.getCode())) {
            key.consume();
          }
        });
    return box;
  }

  /// Moves a condition up or down in its group, as far as it goes.
  private boolean step(List<Integer> place, KeyCode key) {
    boolean isUp = key == KeyCode.UP;
    List<Integer> group = place.subList(0, place.size() - 1);
    int index = place.getLast();
    boolean canMove = isUp ? index > 0 : index + 1 < form.get().size(group);
    boolean isStep = (isUp || key == KeyCode.DOWN) && canMove;
    if (isStep) {
      form.get().move(place, group, isUp ? index - 1 : index + 2);
    }
    return isStep;
  }

  /// What a condition is drawn by.
  private Node handle(List<Integer> place) {
    Node handle = Icons.of("fth-menu", "drag-handle");
    handle.setId(id("handle", place));
    handle.setPickOnBounds(true);
    handle.setOnMousePressed(mouse -> mouse.consume());
    handle.setOnMouseDragged(mouse -> {
      mark(target(mouse.getSceneX(), mouse.getSceneY()));
      mouse.consume();
    });
    handle.setOnMouseReleased(mouse -> {
      @Nullable Node on = target(mouse.getSceneX(), mouse.getSceneY());
      mark(null);
      if (on != null && !on.getUserData().equals(place)) {
        drop(place, on, mouse.getSceneY());
      }
      mouse.consume();
    });
    return handle;
  }

  @SuppressWarnings("unchecked")
  private void drop(List<Integer> from, Node on, double sceneY) {
    List<Integer> at = (List<Integer>) on.getUserData();
    if (on.getStyleClass().contains("condition-group")) {
      form.get().move(from, at, 0);
      return;
    }
    double y = on.sceneToLocal(0, sceneY).getY();
    boolean isBelow = y > on.getBoundsInLocal().getHeight() / 2;
    form.get().move(from, at.subList(0, at.size() - 1), at.getLast() + (isBelow ? 1 : 0));
  }

  private @Nullable Node target(double sceneX, double sceneY) {
    @Nullable Node best = null;
    for (Node node : lookupAll(".rule, .condition-group")) {
      Point2D local = node.sceneToLocal(sceneX, sceneY);
      boolean isIn = node.getUserData() != null && node.contains(local);
      if (isIn && (best == null || isInside(node, best))) {
        best = node;
      }
    }
    return best;
  }

  private static boolean isInside(Node node, Node outer) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private void mark(@Nullable Node target) {
    lookupAll(".rule, .condition-group")
        .forEach(node -> node.pseudoClassStateChanged(TARGET, node.equals(target)));
  }
}
