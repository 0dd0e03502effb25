package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The ground that every window test stands on: windows open, are clicked and are pictured with no
/// display.
@ExtendWith(ApplicationExtension.class)
class HeadlessWindowTest {
  private Label label;

  @Start
  void start(Stage stage) {
    label = new Label("not clicked");
    Button button = new Button("Press");
    button.setOnAction(_ -> label.setText("clicked"));
    VBox root = new VBox(10, button, label);
    root.setStyle("-fx-background-color: #ff0000");
    stage.setScene(new Scene(root, 300, 200));
    stage.show();
  }

  @Test
  void aButtonIsClicked(FxRobot robot) {
    robot.clickOn("Press");
    assertThat(label.getText()).isEqualTo("clicked");
  }

  @Test
  void aSceneIsPictured(FxRobot robot) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = label.getScene().snapshot(null));
    assertThat(image[0].getWidth()).isEqualTo(300);
    assertThat(image[0].getPixelReader().getArgb(290, 190)).isEqualTo(0xffff0000);
  }
}
