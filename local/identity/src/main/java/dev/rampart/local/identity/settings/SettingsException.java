package dev.rampart.local.identity.settings;

/** A resource of the template that the local pool cannot run as it is written. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
