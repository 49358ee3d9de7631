# Kata-kata antarmuka dalam bahasa Indonesia. Kata benda tidak berubah sesudah bilangan.

skip_to_content = Langsung ke isi
main_navigation = Navigasi utama
menu = Menu
theme = Warna
theme_system = sesuai perangkat
theme_light = terang
theme_dark = gelap
language_switch = Bahasa
words_licence = Lisensi tulisan:
repository = Kode sumber
feed = Umpan

on_this_page = Di halaman ini
notes_title = Sumber dan catatan
note_back = Kembali ke teks
note_back_to = Kembali ke teks, rujukan { $number }
accessed = Diakses
published = Diterbitkan
updated = Diperbarui
edit_page = Sunting halaman ini
previous = Sebelumnya
next = Berikutnya
neighbours = Halaman sebelumnya dan berikutnya
pages = Halaman
all_pages = Semua halaman
breadcrumbs = Anda di sini
related_title = Terkait
backlinks_title = Halaman yang bertaut ke sini
terms_used_title = Istilah yang dipakai di sini
children_title = Di bagian ini
draft = Halaman ini masih berupa draf. Hanya penyunting situs yang melihatnya.
stand_in = Halaman ini belum ada dalam bahasa Indonesia. Anda membacanya dalam bahasa lain ({ $language }).
section_missing = Bagian ini belum ada dalam bahasa Indonesia.
section_behind = Ada naskah bagian ini yang lebih baru dalam bahasa lain ({ $language }).
head_behind = Ada naskah pembuka halaman ini yang lebih baru dalam bahasa lain ({ $language }).
read_parallel = Baca berdampingan dalam semua bahasa

dimension = Aspek
dimensions_title = Butir demi butir
dimensions_count = { $number } aspek
stances_title = Posisi masing-masing
kind_similarity = Klaim: persamaan
kind_difference = Klaim: perbedaan
kind_synthesis = Sintesis
finding_alike = Temuan: sama
finding_different = Temuan: berbeda
finding_depends = Temuan: bergantung
finding_unknown = Temuan: belum diketahui
axis = Skala
scale_title = Skala
scale_note = Setiap baris adalah satu aspek di antara kedua kutubnya; tandanya diletakkan oleh redaksi sebagai penilaian, bukan pengukuran. Pita berarti kasus-kasusnya berjauhan atau bukti membiarkan letaknya terbuka; tandanya hanyalah bagian tengahnya. Tanda yang berdekatan sendiri tidak menunjukkan perbedaan maupun kemiripan; apa yang ditemukan dikatakan oleh aspeknya.
matrix_title = Tabel perbandingan
matrix_summary = Semua aspek, beserta posisi masing-masing.
balance_title = Timbangan
balance_summary =
    { $subjects ->
        [2] Seberapa mirip keduanya? Beri setiap aspek bobot yang menurut Anda pantas.
       *[other] Seberapa mirip semuanya? Beri setiap aspek bobot yang menurut Anda pantas.
    }
balance_reading =
    { $subjects ->
        [2] Rentang ini, dengan bobot tersebut, terbentang dari yang terdekat sampai yang terjauh yang dimungkinkan pita: 0 bila kedua tanda berimpit pada tiap skala, 100 bila keduanya berada di ujung yang berlawanan. Tanda di dalam rentang mengambil tengah setiap pita.
       *[other] Rentang ini, dengan bobot tersebut, terbentang dari yang terdekat sampai yang terjauh yang dimungkinkan pita: 0 bila tanda kedua subjek berimpit pada tiap skala, 100 bila keduanya berada di ujung yang berlawanan. Tanda di dalam rentang mengambil tengah setiap pita.
    }
balance_open = Timbang sendiri aspeknya
balance_alike = Berdekatan
balance_different = Berjauhan
balance_range = Jarak rata-rata { $middle } dari { $all } (pita memungkinkan { $low } sampai { $high })
balance_nothing = Tidak ada yang ditimbang
balance_extremes = Bagaimanapun Anda menimbang, dari { $least } sampai { $most } tiap aspek, dan di mana pun letaknya dalam pita, jarak rata-rata tetap antara { $low } dan { $high } dari { $all }.
balance_extremes_known = Aspek yang tidak diputuskan apa pun tidak dihitung di sini.
balance_spread = Bobot saja, dari { $least } sampai { $most }, menggeser tanda antara { $lightest } dan { $heaviest }. Pita, dengan bobot sama, membiarkannya di mana saja antara { $low } dan { $high }.
balance_bars_more = Yang dibiarkan terbuka oleh pita di sini lebih berpengaruh daripada bobot.
balance_weights_more = Bobot di sini lebih berpengaruh daripada yang dibiarkan terbuka oleh pita.
balance_unknown = Tidak ada temuan yang memutuskan { $titles }. Bila dihitung, yang tidak diketahui akan tampak seperti kesamaan, karena itu bobotnya nol sampai Anda memberinya.
balance_strongest = Tandanya berada di { $now }. Yang paling menggesernya: { $moves }.
balance_move = “{ $title }” ({ $without } tanpanya, { $most } dengan bobot penuhnya)
balance_weights = Bobot Anda
balance_weights_note = 0 mengeluarkan sebuah aspek, 5 memberinya bobot terbesar. Alamat halaman ini menyimpan pilihan Anda dan dapat dibagikan.
balance_noscript = Menimbang memerlukan JavaScript, yang dimatikan di peramban Anda. Di bawah ini pilihan orang lain.
balance_distance = Jarak { $distance }
balance_distance_range = { $middle }, antara { $low } dan { $high }
balance_weightings = Cara orang lain menimbang
balance_equal = Semua sama
balance_equal_reason = Setiap aspek yang sudah terjawab berbobot sama. Aspek yang merangkum aspek lain ditinggalkan, karena akan menghitung hal yang sama dua kali.
balance_use = Mulai dengan bobot ini
balance_weights_given = Bobotnya
balance_shared = Aspek yang bertumpu pada sumber yang sama
balance_shared_note = Yang sama pada dua aspek dihitung dua kali bila keduanya berbobot. Berikut pasangan dengan sedikitnya tiga sumber bersama, yang merupakan seperlima sumber aspek yang lebih sedikit:
balance_method = Arti timbangan ini
balance_method_text = Pada setiap aspek yang dihitung ialah jarak antarsubjek pada skalanya, bukan letaknya: letak pada skala yang berbeda berarti hal yang berbeda. Timbangan adalah rata-rata jarak itu menurut bobot Anda. Bila letaknya berupa rentang, jaraknya pun rentang.
balance_limits = Letak adalah penilaian; timbangan menghitung dengannya dan tidak membuatnya lebih pasti. Pembaca lain mungkin meletakkan tiap tanda sedikit berbeda; hal itu tidak termasuk dalam rentang, dan akan melebarkannya.

evidence_title = Dasar penilaian
evidence_summary = Seberapa yakin tiap penilaian dan mengapa, bagaimana ia berubah, dan temuan mana yang akan mengubahnya kini lebih dekat.
evidence_high = Bukti kuat
evidence_moderate = Bukti sedang
evidence_low = Bukti lemah
evidence_to = Bukti hingga { $date }
evidence_sources = Terutama bersandar pada:
under_review = Sedang ditinjau: angka yang mendasari penilaian ini seharusnya diperiksa lagi sebelum { $date }.
history_title = Bagaimana penilaian berubah
history_moved = { $name }: dari { $from } menjadi { $to }
history_feed = Umpan perubahan ini
tests_title = Apa yang akan mengubah pendapat kami
tests_moved = Temuan yang bergeser: { $moved } dari { $all }
test_claim = Temuan
test_threshold = Mulai berarti
test_value = Sekarang
test_movement = Pergeseran
test_unmeasured = Belum ada angka
movement_none = Tidak bergeser
movement_closer = Lebih dekat
movement_farther = Lebih jauh
movement_met = Sudah terjadi

term = Istilah
terms_count = { $number } istilah
aliases_title = Disebut juga
used_in_title = Dipakai di

sources_title = Sumber
sources_summary = Semua sumber yang dikutip dalam artikel, dan di mana dikutip.
sources_count = { $number } sumber
source_analysis = Analisis
source_data = Data
source_news = Berita
source_official = Sumber resmi
source_paper = Makalah
grade_primary = Primer
grade_account = Laporan
grade_copy = Salinan
source_evidence_to = Bukti hingga
source_review_by = Perlu diperiksa lagi sebelum
source_archived = Salinan arsip
cited_in = Dikutip di
list_separator = ,

search_button = Cari
search_title = Pencarian
search_summary = Carilah di semua halaman dan bagiannya. Di bawah ini ada indeks seluruh isi situs.
search_placeholder = Satu kata atau pertanyaan
search_close = Tutup pencarian
search_results = Hasil
search_count = { $number } halaman
search_none = Tidak ada yang cocok dengan kata-kata ini. Cobalah satu kata saja, atau mulai dari sini:
search_meant = Mungkin maksud Anda:
search_recent = Pencarian terakhir Anda
search_forget = Hapus daftar ini
search_terms = Istilah untuk memulai
search_other = Ditemukan lewat kata dari bahasa lain:
search_guessed = Tidak ada halaman yang memuat kata-kata ini persis seperti yang diketik. Yang terdekat:
search_browse = Semua halaman dan bagiannya
search_dimension = Aspek
search_term = Istilah
search_pages = Halaman lain
search_failed = Pencarian tidak dapat dimuat. Periksa sambungan Anda, atau telusuri indeks:
search_noscript = Pencarian memerlukan JavaScript, yang dimatikan di peramban Anda. Indeks di bawah ini memuat semua halaman dan bagian situs.

gate_enter = Baca dalam bahasa Indonesia
not_found_title = Halaman tidak ditemukan
not_found_text = Tidak ada apa-apa di alamat ini. Mungkin halamannya sudah dipindahkan.
not_found_home = Ke beranda

alert_note = Catatan
alert_tip = Kiat
alert_important = Penting
alert_warning = Peringatan
alert_caution = Awas
alert_summary = Ringkasan
alert_example = Contoh
alert_question = Pertanyaan
alert_quote = Kutipan
alert_failure = Kegagalan
alert_bug = Kesalahan program
details = Rincian
task_done = Selesai
task_open = Belum selesai

reading_time = { $number } menit baca
copy = Salin
section_link = Tautan ke bagian ini
section_parallel =
    { $languages ->
        [2] Bagian ini dalam kedua bahasa
       *[other] Bagian ini dalam semua bahasa
    }
parallel_show = Tampilkan
parallel_all =
    { $languages ->
        [2] Kedua bahasa
       *[other] Semua bahasa
    }
markdown = Markdown
llms_full = Semuanya dalam satu berkas
llms_more = Tidak ada di berkas ini: { $pages }. Semua halaman tercantum di sini:
book = Buku elektronik (EPUB)
book_parallel = Buku elektronik dengan semua bahasa berdampingan (EPUB)
book_contents = Daftar isi
book_cover = Sampul
book_about = Tentang buku ini
book_made = Disusun dari halaman-halaman di
cite_page = Kutip halaman ini
letters = Abjad

filter_all = Semua
filter_kind = Jenis
filter_finding = Temuan
filter_evidence = Bukti
filter_grade = Tingkat
filter_language = Bahasa
sort = Urutan
sort_order = Urutan situs
sort_gap = Terjauh lebih dahulu
sort_by = Menurut { $name }
part_of = { $shown } dari { $all }
csv = Tabel dalam CSV

chart_bar = Diagram batang
chart_line = Diagram garis
chart_dot = Diagram titik
chart_share = Bagian dari keseluruhan
chart_log = skala logaritmik
chart_description = { $kind }. Terendah: { $low }, { $least }. Tertinggi: { $high }, { $most }.
chart_sources = Sumber:
chart_data = Data dalam tabel
chart_csv = Data dalam CSV
chart_page = Halaman grafik
chart_from = Dari:
chart_use = Gunakan grafik ini
chart_download = Unduh:
chart_embed = Sematkan
chart_embed_picture = Sematkan sebagai gambar
chart_cite = Kutip grafik ini
charts_title = Grafik
charts_summary = Semua grafik di situs ini, untuk ditautkan, disematkan, diunduh, dan dikutip.

status_title = Keadaan terjemahan
status_summary = Apa yang lengkap, belum ada, atau tertinggal dalam tiap bahasa.
status_share = Lengkap: { $number } dari { $all }
status_complete = Lengkap
status_incomplete = Ada bagian yang kurang
status_behind = Tertinggal
status_copy = Belum diterjemahkan
status_missing = Belum ada
status_nothing = Semua halaman lengkap dalam semua bahasa.
status_draft = Draf
status_words = { $number } kata
status_lacks = Kurang:
status_changes = Apa yang berubah
status_head = Pembuka halaman
