package dev.rampart.local.identity.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Keeps bytes as files that only their owner can read. */
final class FileBlobStore implements BlobStore {
  private final Path directory;

  private FileBlobStore(Path directory) {
    this.directory = directory;
  }

  static FileBlobStore in(Path directory) {
    try {
      Files.createDirectories(directory, owner("rwx------"));
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      return new FileBlobStore(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the directory " + directory, e);
    }
  }

  @Override
  public Optional<byte[]> read(String name) {
    Path file = directory.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  @Override
  public synchronized void write(String name, byte[] bytes) {
    Path file = directory.resolve(name);
    Path next = directory.resolve(name + ".next");
    try {
      Files.deleteIfExists(next);
      Files.createFile(next, owner("rw-------"));
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
