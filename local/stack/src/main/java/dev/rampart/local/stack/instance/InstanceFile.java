package dev.rampart.local.stack.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.rampart.local.stack.health.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a running instance is written down, for its owner's eyes only. */
public record InstanceFile(Path path) {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  /** Returns an instance as one line of JSON. */
  public static String json(Instance instance) {
    try {
      return JSON.writeValueAsString(instance);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns an instance and how it is doing as one line of JSON. */
  public static String json(Instance instance, Health health) {
    ObjectNode document = JSON.valueToTree(instance);
    document.set("health", JSON.valueToTree(health));
    return document.toString();
  }

  /** Writes the whole file or none of it. */
  public void write(Instance instance) throws IOException {
    new OwnerFile(path).write(json(instance) + "\n");
  }

  /**
   * Returns the instance that runs; empty if none does, also if one ended without a word.
   *
   * @throws IOException if the file cannot be read or is none of ours
   */
  public Optional<Instance> read() throws IOException {
    try {
      Instance instance = JSON.readValue(Files.readString(path), Instance.class);
      return ProcessHandle.of(instance.pid()).filter(ProcessHandle::isAlive).isPresent()
          ? Optional.of(instance)
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException(path + " is no instance file", e);
    }
  }

  /** Removes the file, if it is there. */
  public void delete() throws IOException {
    var _ = Files.deleteIfExists(path);
  }
}
