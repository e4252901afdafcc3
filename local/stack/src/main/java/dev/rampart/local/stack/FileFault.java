package dev.rampart.local.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in words what faults of files say by their type: their message is often the path alone. */
public final class FileFault {
  private FileFault() {}

  /** Returns one line that names the file and what is wrong with it. */
  public static String words(IOException fault) {
    return switch (fault) {
      case AccessDeniedException f -> f.getFile() + ": permission denied";
      case FileAlreadyExistsException f -> f.getFile() + " is a file where a folder should be";
      case NoSuchFileException f -> f.getFile() + " does not exist";
      default -> {
        String message = fault.getMessage();
        yield message == null ? fault.getClass().getSimpleName() : message;
      }
    };
  }
}
