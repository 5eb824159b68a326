-- The same kind of work as the product's: 10,000 tasks of 30 agencies, an agency a project and the user that its tasks are assigned to.
-- Redmine's own default data is there: tracker 1, priority 2, statuses 1 to 4 open, 5 closed. Nobody is sent mail, which it would render.
SELECT setseed(0.5);

INSERT INTO settings (name, value) VALUES ('rest_api_enabled', '1');
UPDATE users SET mail_notification = 'none', must_change_passwd = false;

INSERT INTO users (id, login, firstname, lastname, type, mail_notification, created_on, updated_on)
	SELECT 100 + n, 'agency' || n, 'UBND', 'xã Phổ An ' || n, 'User', 'none', now(), now() FROM generate_series(1, 30) n;
INSERT INTO projects (id, name, identifier, lft, rgt, created_on, updated_on)
	SELECT n, 'UBND xã Phổ An ' || n, 'agency' || n, 2 * n - 1, 2 * n, now(), now() FROM generate_series(1, 30) n;
INSERT INTO enabled_modules (project_id, name) SELECT n, 'issue_tracking' FROM generate_series(1, 30) n;
INSERT INTO projects_trackers (project_id, tracker_id) SELECT n, 1 FROM generate_series(1, 30) n;

INSERT INTO issues (id, root_id, lft, rgt, tracker_id, priority_id, author_id, project_id, assigned_to_id, status_id, subject, description, due_date, created_on, updated_on)
	SELECT n, n, 1, 2, 1, 2, 1, 1 + n % 30, 101 + n % 30, ('{1,1,2,2,3,5}'::int[])[1 + floor(random() * 6)], said.title, said.title,
		'2024-01-01'::date + (random() * 360)::int, '2024-01-01'::timestamp + n * interval '1 minute', '2024-11-05'
	FROM generate_series(1, 10000) n, LATERAL (
		SELECT string_agg((string_to_array('truyền thông chính sách phát thanh cơ sở tuyên truyền lưu động bảng tin điện tử màn hình phóng sự giới thiệu hình ảnh địa '
			'phương chuyển đổi số hội nghị tập huấn băng rôn khẩu hiệu trang thông tin mạng xã hội đối ngoại quảng bá', ' '))[1 + floor(random() * 47)], ' ') AS title
		FROM generate_series(1, 16 + 0 * n)) said;
ANALYZE issues;
