package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

  @Test
  void linuxFollowsXdg() {
    assertThat(Folders.of("Linux", HOME, Map.of()))
        .isEqualTo(
            new Folders(HOME.resolve(".config/orrery"), HOME.resolve(".local/share/orrery")));
    Path config = HOME.resolve("conf");
    assertThat(
            Folders.of(
                    "Linux",
                    HOME,
                    Map.of("XDG_CONFIG_HOME", config.toString(), "XDG_DATA_HOME", "relative"))
                .config())
        .isEqualTo(config.resolve("orrery"));
  }

  @Test
  void aRelativeXdgFolderIsIgnored() {
    assertThat(Folders.of("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")).data())
        .isEqualTo(HOME.resolve(".local/share/orrery"));
  }

  @Test
  void aMacHasOneFolderForBoth() {
    Folders folders = Folders.of("Mac OS X", HOME, Map.of());
    assertThat(folders.config()).isEqualTo(HOME.resolve("Library/Application Support/Orrery"));
    assertThat(folders.data()).isEqualTo(folders.config());
  }

  @Test
  void windowsHasARoamingAndALocalOne() {
    Path roaming = HOME.resolve("r");
    Folders folders = Folders.of("Windows 11", HOME, Map.of("APPDATA", roaming.toString()));
    assertThat(folders.config()).isEqualTo(roaming.resolve("Orrery"));
    assertThat(folders.data()).isEqualTo(HOME.resolve("AppData/Local/Orrery"));
  }
}
