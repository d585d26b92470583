package gov.tianmu.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the API stands, and what holds for all of it. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "天目 Tianmu",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description =
                                """
                                The portal for programs: the same use cases as its pages.

                                **Signing in.** What is tagged `public` needs nothing. Everything else takes a bearer \
                                token of the district's realm, or the session cookie of a person signed in; writes by \
                                session also carry `X-CSRF-Token`, which `GET /api/v1/me` tells.

                                **Language.** Labels and messages come in Chinese, or in English with \
                                `Accept-Language: en` or `?lang=en`.

                                **Versions.** A case's `ETag` is its version. Edits name it in `If-Match`: without one \
                                they are refused (428), with an old one too (412). Steps of the procedure take it, too.

                                **Repeating.** A write with an `Idempotency-Key` is done once, however often it comes \
                                within a week: the answer is given again, marked `Idempotency-Replayed: true`. The same \
                                key with another request is refused (422, `idempotency.reused`). Refusals are not kept.

                                **Errors** are problem details (RFC 9457, `application/problem+json`) with a stable \
                                `type` and `code`: 400 the request makes no sense, 401 nobody is signed in, 403 not with \
                                this account, 404 there is no such thing or not for this caller, 409 not in this state \
                                or somebody was faster, 412 changed meanwhile, 413 too large, 415 type not accepted, \
                                422 content not acceptable, often with `violations`, 428 no version named, 500 a fault, \
                                with the `id` that the log has. A write that answers 4xx or 5xx has changed nothing.

                                **Lists** are `{"total": n, "items": […]}`, cut by `page` (from 1) and `size` (to 100). \
                                **Times** carry the offset of Asia/Shanghai.
                                """),
        tags = {
            @Tag(name = "public", description = "For everybody"),
            @Tag(name = "cases", description = "An applicant's own cases; the bureau reads them too"),
            @Tag(name = "bureau", description = "For officers and the leader in charge"),
            @Tag(name = "me", description = "For everybody signed in"),
            @Tag(name = "admin", description = "For the system administrator")
        },
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "token",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT"),
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "TianmuSession")
                        },
                        parameters =
                                @Parameter(
                                        name = "IdempotencyKey",
                                        in = ParameterIn.HEADER,
                                        description = "Names the request: 1 to 100 visible ASCII characters, new for"
                                                + " each thing to be done",
                                        schema = @Schema(implementation = String.class, maxLength = 100)),
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        responseCode = "default",
                                        description = "A problem detail",
                                        content =
                                                @Content(
                                                        mediaType = Problems.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.class)))))
public class Api extends Application {}
