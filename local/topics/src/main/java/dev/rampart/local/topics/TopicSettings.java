package dev.rampart.local.topics;

/** A topic of a template. */
public record TopicSettings(String arn, String name, String displayName) {}
