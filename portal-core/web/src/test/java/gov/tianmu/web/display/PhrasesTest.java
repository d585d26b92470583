package gov.tianmu.web.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void aNoticesTitleIsCutAfterTheDistrictAndAfterTheStudio() {
        assertEquals(
                List.of("关于开展2023年杭州市临安区", "技能大师工作室", "认定及评估工作的通知"),
                Phrases.of("关于开展2023年杭州市临安区技能大师工作室认定及评估工作的通知"));
    }

    @Test
    void aCallsTitleIsCutBeforeTheStudioToo() {
        assertEquals(List.of("2020年认定", "技能大师工作室", "期满评估"), Phrases.of("2020年认定技能大师工作室期满评估"));
    }

    @Test
    void nothingIsCutOffAtTheEnd() {
        assertEquals(List.of("叶小挺维修电工", "技能大师工作室"), Phrases.of("叶小挺维修电工技能大师工作室"));
    }

    @Test
    void noPartIsLost() {
        String title = "杭州市临安区人力资源和社会保障局文件";
        assertEquals(title, String.join("", Phrases.of(title)));
    }
}
