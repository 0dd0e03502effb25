package orrery.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What happens to files over the window, whatever system they come from.
@ExtendWith(ApplicationExtension.class)
class DropTargetTest {
  private static final File FILE = new File("/data/chinook.sqlite");

  private final List<String> opened = new ArrayList<>();

  @Test
  void aFileIsNamedAndOpened(FxRobot robot) {
    robot.interact(() -> {
      DropTarget target = new DropTarget(new StackPane(), opened::add);
      assertThat(target.isVisible()).isFalse();
      assertThat(target.over(List.of(FILE))).isTrue();
      assertThat(target.isVisible()).isTrue();
      assertThat(target.dropped(List.of(FILE))).isTrue();
      assertThat(target.isVisible()).isFalse();
    });
    assertThat(opened).containsExactly(FILE.getPath());
  }

  @Test
  void severalFilesOrNoneAreNotTaken(FxRobot robot) {
    robot.interact(() -> {
      DropTarget target = new DropTarget(new StackPane(), opened::add);
      assertThat(target.over(List.of())).isFalse();
      assertThat(target.over(List.of(FILE, FILE))).isFalse();
      assertThat(target.isVisible()).isFalse();
      assertThat(target.dropped(List.of(FILE, FILE))).isFalse();
    });
    assertThat(opened).isEmpty();
  }
}
