package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.modules.definition.DefinitionReader;
import gov.tianmu.engine.modules.definition.DefinitionReading;
import gov.tianmu.engine.modules.definition.ModuleContent;
import gov.tianmu.spi.definition.NoticeDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 临人社发〔2023〕26号 as the module that ships brings it. */
final class ShippedNotice implements ModuleContent {

    static final Map<String, String> PROGRAMS = Map.of("studio-recognition", "1.2.0");
    static final Instant MORNING = Instant.parse("2024-04-01T01:00:00Z");

    private static final Path FOLDER = Path.of("../../modules/notice-2023-26/src/main/resources");

    static NoticeDefinition definition() {
        return ((DefinitionReading.Sound<NoticeDefinition>)
                        new DefinitionReader().notice(new ShippedNotice(), "notice.xml", "1.0.0"))
                .definition();
    }

    static String text(String name) {
        return new String(new ShippedNotice().part(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The draft of 2024 as it is proposed, with its number filled in. */
    static NoticeContent nextYear() {
        NoticeContent proposed = ProposedContent.forYear(definition(), ShippedNotice::text, 2024);
        return numbered(proposed, "临人社发〔2024〕31号");
    }

    static NoticeContent numbered(NoticeContent content, String number) {
        return new NoticeContent(
                number,
                content.title(),
                content.issuer(),
                content.issuedOn(),
                content.office(),
                content.address(),
                content.persons(),
                content.telephones(),
                content.text(),
                content.attachments(),
                content.calls(),
                content.lists());
    }

    static DraftGround ground() {
        return new DraftGround(MORNING, definition(), "", PROGRAMS, List.of(definition()));
    }

    static DraftGround groundOfCorrection() {
        return new DraftGround(MORNING, definition(), "2023-26", PROGRAMS, List.of(definition()));
    }

    @Override
    public Optional<byte[]> part(String name) {
        Path file = FOLDER.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Collection<String> names() {
        return List.of("notice.xml", "messages_en.properties");
    }
}
