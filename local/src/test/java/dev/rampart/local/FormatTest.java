package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds every Java file of the repository to google-java-format. With {@code -Dformat.write=true}
 * it puts the files in order instead.
 */
@Tag("house")
class FormatTest {
  private static final String REMEDY = "./mvnw test -pl local -am -Dtest=FormatTest";

  private final Formatter formatter = new Formatter();

  @Test
  void every_java_file_is_as_the_formatter_leaves_it() throws IOException, FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : JavaFiles.all()) {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        if (Boolean.getBoolean("format.write")) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(Modules.ROOT.relativize(file));
        }
      }
    }
    assertThat(unformatted)
        .as("unformatted files; %s -Dformat.write=true puts them in order", REMEDY)
        .isEmpty();
  }

  @Test
  void the_files_of_all_modules_are_looked_at() throws IOException {
    assertThat(JavaFiles.all())
        .map(file -> Modules.ROOT.relativize(file).getName(0).toString())
        .contains("domain", "adapters", "functions", "local", "benchmarks");
  }

  @Test
  void a_file_out_of_order_is_noticed() throws FormatterException {
    String source = "class  A { int a ; }\n";

    assertThat(formatter.formatSourceAndFixImports(source)).isNotEqualTo(source);
  }
}
