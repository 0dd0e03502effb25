package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.orm.PostgresServer;
import orrery.orm.db.Settings;

/// Passwords in the keyring, of which a shell script stands for the program: it takes and gives as
/// `secret-tool` does, and writes down how it was called.
@EnabledOnOs({OS.LINUX, OS.MAC})
class KeyringTest {
  @TempDir Path folder;

  private Keyring keyring() throws IOException {
    Path program = folder.resolve("secret-tool");
    Files.writeString(
        program,
        """
        #!/bin/sh
        cd "%s"
        echo "$@" >>called
        case $1 in
          store) cat >secret ;;
          lookup) [ -f secret ] && cat secret ;;
        esac
        """
            .formatted(folder));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return Keyring.secretTool(program);
  }

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    Keyring keyring = keyring();
    assertThat(keyring.find("jdbc:postgresql://here/a")).isEmpty();
    assertThat(keyring.keep("jdbc:postgresql://here/a", "pass 'word\" é")).isTrue();
    assertThat(keyring.find("jdbc:postgresql://here/a")).contains("pass 'word\" é");
    assertThat(folder.resolve("called")).content().doesNotContain("word");
  }

  @Test
  void aKeyringThatCannotBeSpokenToIsNone() {
    Keyring none = Keyring.secretTool(folder.resolve("missing"));
    assertThat(none.find("x")).isEmpty();
    assertThat(none.keep("x", "y")).isFalse();
  }

  @Test
  void aServerOpensWithThePasswordThatWasKept() throws IOException {
    String full = PostgresServer.newDatabase("CREATE TABLE thing (id integer PRIMARY KEY)");
    String location = Settings.withoutPassword(full);
    Optional<Keyring> keyring = Optional.of(keyring());
    Locations before = new Locations(new Folders(folder, folder), keyring);
    try (OpenDatabase open = before.open(full, false)) {
      assertThat(before.remember(location)).isTrue();
      assertThat(open.models().find("Thing")).isPresent();
    }
    // The next start knows the password of the keyring alone.
    try (OpenDatabase open =
        new Locations(new Folders(folder, folder), keyring).open(location, false)) {
      assertThat(open.models().find("Thing")).isPresent();
    }
  }
}
