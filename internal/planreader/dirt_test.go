package planreader_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"lantoa/internal/planreader"
)

func TestTextCutAtOneWidthIsPutTogether(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, []byte(`KẾ HOẠCH
Công tác thông tin đối ngoại thị xã Đức Phổ năm 2024
UBND thị xã Đức Phổ ban hành Kế hoạch công tác thông tin đối ngoại năm 2024
với những nội dung sau:
II. NHIỆM VỤ CỤ THỂ
1. Đấu tranh, phản bác thông tin sai trái, xuyên tạc chống phá sự nghiệp xây
dựng và bảo vệ Tổ quốc
- Nội dung: Theo dõi, kiểm tra việc thực hiện công tác bảo vệ bí mật nhà nước
trong hoạt động thông tin đối ngoại; theo dõi phóng viên các hãng thông tấn, báo
chí nước ngoài đến tác nghiệp tại thị xã và theo dõi dư luận đề cập về tỉnh
Quảng Ngãi và thị xã Đức Phổ.
- Đơn vị chủ trì: Công an thị xã.
- Đơn vị phối hợp: Ban Tuyên giáo Thị ủy, Phòng Văn hóa và Thông tin, Văn phòng
HĐND và UBND thị xã, Trung tâm Truyền thông - Văn hóa - Thể thao và các cơ quan,
2
đơn vị liên quan.
- Thời gian thực hiện: Thường xuyên
trong năm 2024.
`), planreader.Text)
	tasksAre(t, draft, "Đấu tranh, phản bác thông tin sai trái, xuyên tạc chống phá sự nghiệp xây dựng và bảo vệ Tổ quốc"+
		" | Theo dõi, kiểm tra việc thực hiện công tác bảo vệ bí mật nhà nước trong hoạt động thông tin đối ngoại; theo dõi phóng viên các hãng thông tấn, báo chí nước ngoài đến tác nghiệp tại thị xã và theo dõi dư luận đề cập về tỉnh Quảng Ngãi và thị xã Đức Phổ."+
		" | Công an thị xã | Ban Tuyên giáo Thị ủy + Phòng Văn hóa và Thông tin + Văn phòng HĐND và UBND thị xã + Trung tâm Truyền thông - Văn hóa - Thể thao + Các cơ quan, đơn vị liên quan | continuous 2024-01-01..2024-12-31")
	unreadIs(t, draft)
}

func TestOtherUnicodeFormsSignsAndSpacesReadTheSame(t *testing.T) {
	t.Parallel()
	plain := string(data(t, "plan.txt"))
	for name, text := range map[string]string{
		"decomposed letters":    norm.NFD.String(plain),
		"Windows line ends":     strings.ReplaceAll(plain, "\n", "\r\n"),
		"a byte order mark":     "\ufeff" + plain,
		"hard spaces":           strings.ReplaceAll(plain, " ", "\u00a0"),
		"double spaces":         strings.ReplaceAll(plain, " ", "  "),
		"long dashes":           strings.ReplaceAll(plain, "\n- ", "\n– "),
		"no space behind marks": strings.ReplaceAll(plain, "\n- ", "\n-"),
		"Roman numeral letters": strings.NewReplacer("\nI. ", "\nⅠ. ", "\nII. ", "\nⅡ. ", "\nIII. ", "\nⅢ. ", "\nIV. ", "\nⅣ. ").Replace(plain),
		"wide colons":           strings.ReplaceAll(plain, ": ", "： "),
		"zero-width spaces":     strings.ReplaceAll(plain, " ", "\u200b "),
		"no empty lines":        strings.ReplaceAll(plain, "\n\n", "\n"),
		"slashes behind marks":  strings.NewReplacer("I. M", "I/ M", "II. N", "II/ N", "III. K", "III/ K", "IV. T", "IV/ T").Replace(plain),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			draft := mustRead(t, []byte(text), planreader.Text)
			want, got := asJSON(t, mustRead(t, []byte(plain), planreader.Text).Plan), asJSON(t, draft.Plan)
			for _, difference := range missing("", want, got) {
				t.Error(difference)
			}
		})
	}
	word := mustRead(t, word(t, p(norm.NFD.String("KẾ HOẠCH")), p(norm.NFD.String("Thông tin đối ngoại năm 2024"))), planreader.Docx)
	if word.Plan.DocumentKind != "KH" || word.Plan.Title != "Thông tin đối ngoại năm 2024" {
		t.Errorf("decomposed Word: %q %q", word.Plan.DocumentKind, word.Plan.Title)
	}
}
