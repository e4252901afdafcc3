package dev.rampart.local.host.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far each shard was read: a file of lines, shard id and sequence number. */
final class Checkpoints {
  private final Path file;
  private final Map<String, String> positions;
  private boolean saved = true;

  private Checkpoints(Path file, Map<String, String> positions) {
    this.file = file;
    this.positions = positions;
  }

  static Checkpoints open(Path file) throws IOException {
    Map<String, String> positions = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          positions.put(line.substring(0, space), line.substring(space + 1));
        }
      }
    }
    return new Checkpoints(file, positions);
  }

  synchronized Optional<String> get(String shard) {
    return Optional.ofNullable(positions.get(shard));
  }

  /** Keeps a position; {@link #save} writes it down. */
  synchronized void put(String shard, String sequence) {
    positions.put(shard, sequence);
    saved = false;
  }

  /**
   * Writes down what was put; the file is replaced as a whole, so that it is never half written.
   *
   * @throws IOException if it cannot be written; the next call tries it again
   */
  synchronized void save() throws IOException {
    if (saved) {
      return;
    }
    List<String> lines =
        positions.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    saved = true;
  }
}
