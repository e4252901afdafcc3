package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedFilesTest {
  @TempDir private Path folder;

  @Test
  void a_folder_stands_for_its_files_in_order_and_a_missing_file_is_named() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("b"));
    String second = Files.writeString(inner.resolve("2.log"), "").toString();
    String first = Files.writeString(folder.resolve("a.log"), "").toString();
    assertThat(RecordedFiles.named(List.of(folder.toString(), "-")))
        .containsExactly(first, second, "-");
    assertThatThrownBy(() -> RecordedFiles.named(List.of(folder.resolve("none").toString())))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void links_are_followed_and_each_file_is_there_once() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.writeString(real.resolve("a.log"), "");
    Files.createSymbolicLink(real.resolve("b.log"), Path.of("a.log"));
    Files.createSymbolicLink(real.resolve("broken.log"), Path.of("none"));
    Files.createSymbolicLink(real.resolve("loop"), folder);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("c.log"), "");
    Path start = Files.createSymbolicLink(folder.resolve("start"), real);
    assertThat(RecordedFiles.named(List.of(start.toString())))
        .containsExactly(
            start.resolve("a.log").toString(), start.resolve("loop/elsewhere/c.log").toString());
  }

  @Test
  void lines_are_read_whatever_ends_them_and_packed_or_not() throws IOException {
    String text = "one\r\ntwo\n\nlast without an end";
    Path plain = Files.writeString(folder.resolve("plain"), text);
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(UTF_8));
    }
    assertThat(lines(plain)).containsExactly("one", "two", "", "last without an end");
    assertThat(lines(packed)).isEqualTo(lines(plain));
    assertThat(lines(Files.writeString(folder.resolve("empty"), ""))).isEmpty();
  }

  @Test
  void a_line_longer_than_the_buffer_is_one_line() throws IOException {
    String longLine = "x".repeat(200_000);
    assertThat(lines(Files.writeString(folder.resolve("long"), longLine + "\nnext")))
        .containsExactly(longLine, "next");
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> all = new ArrayList<>();
    try (LineSource lines = RecordedFiles.open(file.toString())) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(line.get());
        assertThat(lines.number()).isEqualTo(all.size());
      }
    }
    return all;
  }
}
