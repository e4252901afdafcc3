package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.run.RampartRun;
import dev.rampart.local.stack.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs of the template of this repository after a change of nothing else. */
final class ChangedTemplate {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));

  private ChangedTemplate() {}

  /**
   * Returns the settings of a run.
   *
   * @param folder where the changed template is put
   * @param change has to change something
   */
  static RunSettings in(Path folder, UnaryOperator<String> change) throws IOException {
    String text = Files.readString(ROOT.resolve("template.yaml"));
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    Path template = folder.resolve("template.yaml");
    Files.writeString(template, changed);
    Files.createSymbolicLink(
        folder.resolve("functions"), ROOT.resolve("functions").toAbsolutePath());
    RunSettings usual = RampartRun.inMemory(ROOT);
    return new RunSettings(
        usual.stackName(),
        template,
        usual.target(),
        0,
        Optional.empty(),
        Optional.empty(),
        Running.UNLIMITED,
        usual.locations(),
        usual.users(),
        usual.site(),
        false);
  }
}
