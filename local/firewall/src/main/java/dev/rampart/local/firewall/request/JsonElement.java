package dev.rampart.local.firewall.request;

/**
 * A key or a value of a JSON body.
 *
 * @param pointer the place of the value, or of the member that the key names, as a JSON pointer
 * @param isKey whether it is the name of a member
 */
public record JsonElement(String pointer, boolean isKey, String text) {}
