package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ui.Preferences;
import orrery.ui.Recent;
import orrery.ui.theme.Appearance;

class PreferencesFileTest {
  @TempDir Path folder;

  @Test
  void aFirstStartHasNoFile() throws IOException {
    Preferences preferences = new PreferencesFile(folder.resolve("none")).load();
    assertThat(preferences.recents()).isEmpty();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.SYSTEM);
  }

  @Test
  void whatIsSavedIsThereAgain() throws IOException {
    Recent recent =
        new Recent("/data/Bücher.db", "Bücher.db", Instant.parse("2026-01-02T03:04:05Z"), true);
    Preferences before = new Preferences();
    before.appearanceProperty().set(Appearance.DARK);
    before.recents().add(recent);
    before.widthProperty().set(1500);
    before.xProperty().set(-20);
    before.maximizedProperty().set(true);
    before.dockShownProperty().set(false);
    before.leftSizeProperty().set(0.25);
    PreferencesFile file = new PreferencesFile(folder.resolve("deep/er"));
    file.save(before);
    file.save(before);

    Preferences after = file.load();
    assertThat(after.appearanceProperty().get()).isEqualTo(Appearance.DARK);
    assertThat(after.recents()).containsExactly(recent);
    assertThat(after.widthProperty().get()).isEqualTo(1500);
    assertThat(after.xProperty().get()).isEqualTo(-20);
    assertThat(after.yProperty().get()).isNaN();
    assertThat(after.maximizedProperty().get()).isTrue();
    assertThat(after.dockShownProperty().get()).isFalse();
    assertThat(after.leftShownProperty().get()).isTrue();
    assertThat(after.leftSizeProperty().get()).isEqualTo(0.25);
  }

  @Test
  void aBrokenFileIsPutAside() throws IOException {
    Files.writeString(folder.resolve("preferences.json"), "{\"theme\": ");
    Preferences preferences = new PreferencesFile(folder).load();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.SYSTEM);
    assertThat(folder.resolve("preferences.broken.json")).hasContent("{\"theme\": ");
    assertThat(folder.resolve("preferences.json")).doesNotExist();
  }

  @Test
  void whatHasTheWrongKindIsLeftAlone() throws IOException {
    Files.writeString(
        folder.resolve("preferences.json"),
        "{\"theme\": 3, \"window\": {\"width\": \"wide\"}, \"recents\": [{}, {\"location\": \"a\"}]}");
    Preferences preferences = new PreferencesFile(folder).load();
    assertThat(preferences.widthProperty().get()).isEqualTo(1280);
    assertThat(preferences.recents()).containsExactly(new Recent("a", "a", Instant.EPOCH, false));
  }
}
