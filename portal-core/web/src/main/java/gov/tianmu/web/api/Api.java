package gov.tianmu.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the API stands. What it is in general says {@code META-INF/openapi.yaml}. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
