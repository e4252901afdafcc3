package dev.rampart.local.tables.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where the data file lies: whether the next write to it can be expected to succeed. */
final class Disk {
  // More than one commit takes, so that writes are refused before one fails half done.
  private static final long RESERVED_BYTES = 16L * 1024 * 1024;

  private final Path file;
  private final LongSupplier usableBytes;
  private final @Nullable Object fileKey;

  private Disk(Path file, LongSupplier usableBytes, @Nullable Object fileKey) {
    this.file = file;
    this.usableBytes = usableBytes;
    this.fileKey = fileKey;
  }

  /** Remembers which file this is. */
  static Disk of(Path file) throws IOException {
    File path = file.toFile();
    return of(file, path::getUsableSpace);
  }

  static Disk of(Path file, LongSupplier usableBytes) throws IOException {
    return new Disk(file, usableBytes, key(file));
  }

  Path file() {
    return file;
  }

  /** Returns why the file should not be written to now; empty if it may. */
  Optional<String> obstacle() {
    try {
      if (!Objects.equals(key(file), fileKey)) {
        return Optional.of("another file has taken its place");
      }
    } catch (IOException _) {
      return Optional.of("the file is gone");
    }
    return usableBytes.getAsLong() < RESERVED_BYTES
        ? Optional.of("less than " + RESERVED_BYTES / 1024 / 1024 + " MB are free on the disk")
        : Optional.empty();
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
