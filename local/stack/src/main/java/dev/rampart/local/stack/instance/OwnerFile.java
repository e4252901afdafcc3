package dev.rampart.local.stack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner can read. */
public record OwnerFile(Path path) {

  /** Writes the whole file or none of it; makes its folder if that is missing. */
  public void write(String text) throws IOException {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IOException("no folder for " + path);
    }
    Files.createDirectories(parent);
    Path fresh =
        Files.createTempFile(
            parent,
            ".fresh",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
