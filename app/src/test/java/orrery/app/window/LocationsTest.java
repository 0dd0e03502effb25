package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.orm.PostgresServer;
import orrery.orm.db.Settings;
import orrery.orm.error.PasswordRequired;

/// Which passwords are remembered, and for how long.
class LocationsTest {
  @Test
  void aPasswordServesUntilTheProgramEnds(@TempDir Path folder) {
    String url = PostgresServer.newDatabase();
    String shown = Settings.withoutPassword(url);
    Folders folders = new Folders(folder.resolve("config"), folder.resolve("data"));
    Locations locations = new Locations(folders, Optional.empty());
    assertThatThrownBy(() -> locations.open(shown, false)).isInstanceOf(PasswordRequired.class);
    try (OpenDatabase open = locations.open(url, false)) {
      assertThat(open.database().settings().location()).isEqualTo(shown).doesNotContain("password");
    }
    try (OpenDatabase open = locations.open(shown, true)) {
      assertThat(open.database().isReadOnly()).isFalse();
    }
    Locations ofAnotherStart = new Locations(folders, Optional.empty());
    assertThatThrownBy(() -> ofAnotherStart.open(shown, false))
        .isInstanceOf(PasswordRequired.class);
    assertThat(folder.toFile().list()).isEmpty();
  }
}
