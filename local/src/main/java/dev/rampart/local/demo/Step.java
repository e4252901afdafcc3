package dev.rampart.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that the demo did.
 *
 * @param ok whether it went as it should
 * @param status the HTTP status it is about; 0 if it is about none
 * @param gate the gate that refused; an empty text if none did
 */
public record Step(
    @JsonProperty("name") String name,
    @JsonProperty("ok") boolean ok,
    @JsonProperty("status") int status,
    @JsonProperty("gate") String gate) {}
