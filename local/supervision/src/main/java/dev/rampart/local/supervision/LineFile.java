package dev.rampart.local.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file to which lines are appended, each whole or not at all: what a full disk left of a
 * line is cut off again. A file that has grown to its maximum is renamed, with {@code .1} appended,
 * over the one that was renamed before. Safe for use by many threads.
 */
public final class LineFile implements AutoCloseable {
  private final Path path;
  private final long bytesMax;

  // Not a channel: an interrupt of one writer would close it for all.
  private RandomAccessFile file;

  private LineFile(Path path, long bytesMax) throws IOException {
    this.path = path;
    this.bytesMax = bytesMax;
    this.file = open(path);
  }

  /**
   * Opens a file to append to; makes it, and its folder, if it is missing.
   *
   * @param bytesMax the size from which on a new file is begun; at most twice as much is kept
   */
  public static LineFile open(Path path, long bytesMax) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return new LineFile(absolute, bytesMax);
  }

  /**
   * Appends one line.
   *
   * @param line without its end
   * @throws IOException if it cannot be written, or the file was closed; then nothing of it is kept
   */
  public synchronized void append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (file.length() > 0 && file.length() + bytes.length > bytesMax) {
      beginAnew();
    }
    long end = file.length();
    try {
      file.seek(end);
      file.write(bytes);
    } catch (IOException e) {
      cutOff(end, e);
      throw e;
    }
  }

  private void beginAnew() throws IOException {
    Path previous = path.resolveSibling(path.getFileName() + ".1");
    // It is missing if it was renamed before, and no new one could be opened.
    if (Files.exists(path)) {
      Files.move(path, previous, StandardCopyOption.REPLACE_EXISTING);
    }
    RandomAccessFile full = file;
    file = open(path);
    full.close();
  }

  private void cutOff(long end, IOException reason) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static RandomAccessFile open(Path path) throws IOException {
    return new RandomAccessFile(path.toFile(), "rw");
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
