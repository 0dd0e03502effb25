package orrery.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import orrery.ui.kit.Icons;

/// The line at the bottom of the window: what is going on with a way to stop it, what the last
/// action cost, and what it runs on.
public final class StatusBar extends HBox {
  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
  private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final StatusViewModel model;
  private final Region lamp = new Region();
  private final Label words = new Label();
  private final Button stop = new Button("Stop");
  private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> this.tell()));

  /// Makes it.
  public StatusBar(StatusViewModel model) {
    this.model = model;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    lamp.getStyleClass().add("lamp");
    words.setId("status-words");
    words.getStyleClass().add("status-item");
    stop.setId("status-stop");
    stop.getStyleClass().addAll(Styles.SMALL, Styles.DANGER, "stop");
    stop.setGraphic(Icons.of("fth-square"));
    stop.setOnAction(_ -> model.stop());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setFocusTraversable(false);
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    Label cost = new Label();
    cost.setId("status-cost");
    cost.getStyleClass().add("status-count");
    cost.textProperty().bind(model.cost());
    cost.setGraphic(Icons.of("fth-activity"));
    Tooltip total = new Tooltip();
    total.textProperty().bind(model.total());
    cost.setTooltip(total);
    Label product = new Label();
    product.getStyleClass().add("status-item");
    product.textProperty().bind(model.product());
    getChildren().addAll(lamp, words, stop, space, cost, product);
    clock.setCycleCount(Animation.INDEFINITE);
    model.light().subscribe(this::light);
  }

  private void light(StatusViewModel.Light light) {
    boolean busy = light == StatusViewModel.Light.BUSY;
    lamp.pseudoClassStateChanged(BUSY, busy);
    lamp.pseudoClassStateChanged(READY, light == StatusViewModel.Light.READY);
    lamp.pseudoClassStateChanged(FAILED, light == StatusViewModel.Light.FAILED);
    stop.setVisible(busy);
    if (busy) {
      clock.play();
    } else {
      clock.stop();
    }
    tell();
  }

  private void tell() {
    words.setText(model.words(System.nanoTime()));
  }
}
