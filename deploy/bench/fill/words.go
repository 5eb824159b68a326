package fill

import (
	"strconv"
	"strings"
)

// firstSyllables and lastSyllables make the names of communes: 60 times 60 of them.
var (
	firstSyllables = strings.Fields(`An Ba Bình Cẩm Châu Chư Đại Đắk Đông Đồng Đức Gia Giang Hà Hải Hành Hậu Hiệp Hòa Hoài Hoằng Hồng Hưng Hương Ia Khánh
		Kim Lâm Lộc Long Lương Mỹ Nam Nga Nghĩa Ngọc Nhơn Ninh Phong Phú Phúc Phước Quang Quảng Quế Sơn Tam Tân Thái Thanh Thiện Thọ Tiên Tịnh
		Trà Triệu Trung Vân Vĩnh Xuân`)
	lastSyllables = strings.Fields(`An Bắc Bình Cát Châu Chánh Cường Đạt Điền Định Đông Dũng Giang Hà Hải Hạnh Hòa Hội Hợp Hưng Khê Khánh Lâm Lập
		Lễ Liên Lộc Lợi Long Lương Mai Minh Mỹ Nam Ngọc Nguyên Nhân Ninh Phong Phú Phúc Phương Quang Sơn Tâm Tân Tây Thành Thắng Thịnh
		Thọ Thuận Thủy Tiến Trạch Trung Tường Vân Vinh Xuân`)
)

// sentences are what offices write of such work; %n is a number, %p a place.
var sentences = []string{
	"Phát %n lượt tin, bài trên hệ thống truyền thanh cơ sở về các chủ trương, chính sách mới ban hành.",
	"Treo %n băng rôn, khẩu hiệu trên các tuyến đường chính và tại %p.",
	"Đăng tải %n tin, bài, hình ảnh trên Trang thông tin điện tử và trang fanpage của địa phương.",
	"Tổ chức %n buổi tuyên truyền lưu động tại %p, thu hút đông đảo người dân tham gia.",
	"Phối hợp với %p thực hiện %n phóng sự ngắn giới thiệu hình ảnh, con người và tiềm năng của địa phương.",
	"Cập nhật kịp thời thông tin chỉ đạo, điều hành; công khai các thủ tục hành chính tại %p.",
	"Tiếp nhận và trả lời %n ý kiến phản ánh của người dân, không có ý kiến quá hạn.",
	"Triển khai văn bản hướng dẫn đến các thôn, tổ dân phố; %n/%n thôn đã tổ chức sinh hoạt chuyên đề.",
	"Duy trì chuyên mục thông tin đối ngoại với %n tin mỗi tuần.",
	"Lồng ghép nội dung truyền thông chính sách vào %n hội nghị, sinh hoạt của các hội, đoàn thể.",
	"Rà soát, sửa chữa %n cụm loa; hệ thống hoạt động ổn định, phủ sóng toàn địa bàn.",
	"Thiết kế %n ấn phẩm (tờ gấp, poster, video ngắn) giới thiệu sản phẩm OCOP và điểm du lịch của địa phương.",
	"Khó khăn: kinh phí còn hạn chế, cán bộ phụ trách kiêm nhiệm nhiều việc, một số cụm loa đã xuống cấp.",
	"Đề nghị cấp trên quan tâm tập huấn kỹ năng viết tin, bài và quản trị trang mạng xã hội.",
}

var places = []string{
	"nhà văn hóa các thôn", "trụ sở UBND", "Trung tâm Truyền thông - Văn hóa - Thể thao", "các trường học", "chợ trung tâm", "bến xe và cảng cá",
	"Đài Phát thanh và Truyền hình tỉnh", "các điểm sinh hoạt cộng đồng", "Ủy ban Mặt trận Tổ quốc", "bộ phận một cửa",
}

// text gives so many sentences.
func (d dice) text(n int) string {
	var out strings.Builder
	for i := range n {
		if i > 0 {
			out.WriteByte(' ')
		}
		words := pick(d, sentences)
		for strings.Contains(words, "%n") {
			words = strings.Replace(words, "%n", strconv.Itoa(d.between(2, 96)), 1)
		}
		out.WriteString(strings.Replace(words, "%p", pick(d, places), 1))
	}
	return out.String()
}

// communeName gives the name of the n-th made commune, and whether it is a ward.
func communeName(n int) (name string, ward bool) {
	n = n * 1009 % (len(firstSyllables) * len(lastSyllables)) // 1009 is prime to 3600: every name once, and none in a row
	return firstSyllables[n/len(lastSyllables)] + " " + lastSyllables[n%len(lastSyllables)], n%5 == 0
}
